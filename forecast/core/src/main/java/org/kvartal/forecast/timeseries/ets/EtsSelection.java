package org.kvartal.forecast.timeseries.ets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the form with the lowest corrected Akaike criterion without fitting every form to the end.
 *
 * <p>Forms without trend come first; the kinds of season that fall behind by more than 12 are not tried with a
 * trend. Each form takes a few steps and is left there unless it is among the best.
 */
final class EtsSelection {
    private static final double SEASON_REACH = 12;
    private static final int FINALISTS = 3;
    private static final double REACH = 6;
    private static final int FIRST_STEPS = 3;
    private static final double COARSE = 1e-4;
    private static final int FIRST_ROUNDS = 4;
    /** Alpha, b* and g*. The likelihood has several hills, as where either the level, the trend or the season moves. */
    private static final double[][] STARTS = {
        {0.4, 0.1, 0.1}, {0.95, 0.01, 0.1}, {0.9, 0.6, 0.1}, {0.1, 0.1, 0.9}, {0.02, 0.9, 0.1}, {0.3, 0.9, 0.1}
    };

    private final double[] y;
    private final EtsInitialState initial;
    private final int m;
    private final Ets.InitialStates states;
    private final EtsProducts products;
    private final List<EtsEstimator> found = new ArrayList<>();

    EtsSelection(double[] y, EtsInitialState initial, int m, Ets.InitialStates states) {
        this.y = y;
        this.initial = initial;
        this.m = m;
        this.states = states;
        products = new EtsProducts(y.length);
    }

    /** The few forms that may be the best, the most promising first. */
    List<EtsEstimator> finalists(List<EtsForm> forms) {
        forms.stream().filter(form -> !form.hasTrend()).forEach(this::attempt);
        double lowest = lowest(found);
        for (EtsForm form : forms) {
            if (form.hasTrend()) {
                List<EtsEstimator> alike = found.stream()
                        .filter(e -> e.form().season() == form.season())
                        .toList();
                if (alike.isEmpty() || lowest(alike) <= lowest + SEASON_REACH) {
                    attempt(form);
                }
            }
        }
        found.removeIf(estimator -> !Double.isFinite(estimator.aicc()));
        found.sort(Comparator.comparingDouble(EtsEstimator::aicc));
        return found.stream()
                .limit(FINALISTS)
                .filter(estimator -> estimator.aicc() <= found.get(0).aicc() + REACH)
                .toList();
    }

    private static double lowest(List<EtsEstimator> estimators) {
        return estimators.stream().mapToDouble(EtsEstimator::aicc).min().orElse(Double.POSITIVE_INFINITY);
    }

    private void attempt(EtsForm form) {
        EtsEstimator estimator = new EtsEstimator(y, initial, form, m, products, states);
        if (states == Ets.InitialStates.DECOMPOSED) {
            estimator.improve(FIRST_STEPS, COARSE);
            found.add(estimator);
            return;
        }
        for (double[] start : STARTS) {
            EtsEstimator other = new EtsEstimator(y, initial, form, m, products, states);
            other.beginAt(start[0], start[1], start[2]);
            other.improveAll(FIRST_ROUNDS, FIRST_STEPS, COARSE);
            found.add(other);
        }
    }
}
