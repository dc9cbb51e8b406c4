package org.kvartal.forecast.effect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kvartal.forecast.effect.inference.Sampling;

/**
 * The coefficient of "is treated" beside effects of units and periods. It is no estimate of the effect where units are
 * treated at different times: units treated earlier serve as controls of those treated later, and an effect that grows
 * enters with the wrong sign. It is here as a diagnostic, with the comparisons that it consists of.
 * <pre>
 *   beta = sum of D~ Y / sum of D~^2         D~: what units, periods and covariates leave of "is treated"
 * </pre>
 * Errors are clustered, with the factor of {@link SunAbraham}. Treated observations whose D~ is negative count with the
 * wrong sign. Sources: de Chaisemartin and D'Haultfoeuille (2020), American Economic Review 110 (negative weights);
 * Goodman-Bacon (2021), Journal of Econometrics 225 ({@link BaconDecomposition}).
 */
public final class TwoWayFixedEffects {
    private TwoWayFixedEffects() {}

    public static EffectResult estimate(Panel panel) {
        boolean[][] used = PanelColumns.observed(panel);
        TwoWaySystem system = new TwoWaySystem(used, PanelColumns.covariates(panel));
        double[][] treated = new double[panel.units()][panel.periods()];
        for (int i = 0; i < treated.length; i++) {
            for (int t = 0; t < treated[i].length; t++) {
                treated[i][t] = used[i][t] && panel.isTreated(i, t) ? 1 : 0;
            }
        }
        double[][] d = system.residuals(treated);
        double[][] y = system.residuals(PanelColumns.outcomes(panel));
        double squares = sumOfProducts(d, d);
        double share = squares
                / Math.max(
                        1,
                        Arrays.stream(treated).flatMapToDouble(Arrays::stream).sum());
        if (!(share > 1e-9)) {
            return new EffectResult.NotEstimated("treatment does not vary beyond units and periods");
        }
        double beta = sumOfProducts(d, y) / squares;
        double[] contributions = new double[panel.units()];
        for (int i = 0; i < contributions.length; i++) {
            for (int t = 0; t < d[i].length; t++) {
                contributions[i] += d[i][t] * (y[i][t] - beta * d[i][t]) / squares;
            }
        }
        Sampling sampling =
                Sampling.of(panel.byCluster(contributions), panel.strata(), 0).times(factor(panel, system, used));
        long observations = count(used);
        Effect effect = Effect.of(EffectKey.overall(Aggregation.SIMPLE), beta, sampling, observations);
        return new EffectResult.Estimated(List.of(effect.noting(remark(panel, treated, d))));
    }

    private static double factor(Panel panel, TwoWaySystem system, boolean[][] used) {
        double g = panel.clusters(system::hasUnit);
        double n = count(used);
        double k = system.parameters() + 1.0;
        return n > k && g > 1 ? g / (g - 1) * (n - 1) / (n - k) : 1;
    }

    private static long count(boolean[][] flags) {
        long count = 0;
        for (boolean[] row : flags) {
            for (boolean flag : row) {
                count += flag ? 1 : 0;
            }
        }
        return count;
    }

    private static double sumOfProducts(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int t = 0; t < a[i].length; t++) {
                sum += a[i][t] * b[i][t];
            }
        }
        return sum;
    }

    private static String remark(Panel panel, double[][] treated, double[][] d) {
        double all = 0;
        double negative = 0;
        for (int i = 0; i < d.length; i++) {
            for (int t = 0; t < d[i].length; t++) {
                all += treated[i][t];
                negative += treated[i][t] > 0 && d[i][t] < 0 ? 1 : 0;
            }
        }
        String weights = String.format(
                Locale.ROOT,
                "a diagnostic, not the effect: %.0f %% of the treated observations have a negative weight",
                100 * negative / all);
        Optional<BaconDecomposition> decomposition = BaconDecomposition.of(panel);
        return decomposition.isEmpty() ? weights : weights + "; " + decomposition.get();
    }
}
