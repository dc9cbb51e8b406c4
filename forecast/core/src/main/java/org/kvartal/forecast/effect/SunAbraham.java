package org.kvartal.forecast.effect;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kvartal.forecast.effect.inference.Sampling;

/**
 * Effects by a regression with a dummy for each group and time but the last time before treatment.
 * <pre>
 *   Y(i, t) = a(i) + l(t) + sum over g and t but g's base of d(g, t) 1{i in g} + x(i, t) b + error
 *   effects = averages of d(g, t), weights as given
 *   se^2    = G / (G - 1) (n - 1) / (n - K) times the sum over clusters of (contribution)^2
 * </pre>
 * G clusters, n observations, K coefficients d and b and periods (units are nested in clusters), all of what is used. Controls are never
 * treated; where there are none, the last group is the control, and its treated periods are left out. Groups not observed
 * just before treatment, and periods without a control, are left out too. Weights are not taken for estimates, as they are
 * in {@link CallawaySantAnna}; without covariates and in a balanced panel the effects are the same. Covariates enter
 * linearly. Source: Sun and Abraham (2021), Estimating dynamic treatment effects in event studies with heterogeneous
 * treatment effects, Journal of Econometrics 225, section 4; factor as of fixest's default.
 */
public final class SunAbraham {
    private static final String LAST_IS_CONTROL =
            "the last group is the control, and periods from its treatment on are left out";

    private final Panel panel;
    private final SaturatedSystem system;
    private final double[][] products;
    private final double factor;

    private SunAbraham(Panel panel, SaturatedSystem system) {
        this.panel = panel;
        this.system = system;
        this.products = system.products(system.residuals());
        double g = panel.clusters(system::isUsed);
        double n = system.observations();
        double k = system.parameters();
        this.factor = n > k && g > 1 ? g / (g - 1) * (n - 1) / (n - k) : 1;
    }

    public static EffectResult estimate(Panel panel) {
        List<Long> cohorts = panel.cohorts();
        boolean hasNever = panel.hasNever();
        if (!hasNever && cohorts.size() < 2) {
            return new EffectResult.NotEstimated("there are no units to compare with");
        }
        long control = hasNever ? Panel.NEVER : cohorts.get(cohorts.size() - 1);
        SaturatedSystem system = SaturatedSystem.of(panel, control);
        if (system.cells().stream().noneMatch(CellAverages.Cell::isAfter)) {
            return new EffectResult.NotEstimated(
                    "no treated group is observed both just before treatment and after it");
        }
        String remark = hasNever ? "" : LAST_IS_CONTROL;
        if (cohorts.stream().anyMatch(group -> group != control && panel.size(group) == 1)) {
            remark += (remark.isEmpty() ? "" : "; ")
                    + "groups of one unit show no error of their own: the interval is too narrow";
        }
        return new EffectResult.Estimated(new SunAbraham(panel, system).averages(remark));
    }

    private List<Effect> averages(String remark) {
        Map<Long, Integer> sizes = new TreeMap<>();
        panel.cohorts().forEach(group -> sizes.put(group, panel.size(group)));
        double[] effects = system.effects();
        return new CellAverages(system.cells(), sizes)
                .all()
                .parallel()
                .map(average -> Effect.of(
                                average.key(),
                                average.of(effects),
                                sampling(average.spread(effects.length)),
                                average.observations())
                        .noting(isSimple(average) ? remark : "")
                        .noting(isSimple(average) ? system.droppedCovariates() : ""))
                .toList();
    }

    private static boolean isSimple(CellAverages.Average average) {
        return average.key().aggregation() == Aggregation.SIMPLE;
    }

    private Sampling sampling(double[] weights) {
        double[] contributions = system.contributions(weights, products);
        return Sampling.of(panel.byCluster(contributions), panel.strata(), 0).times(factor);
    }
}
