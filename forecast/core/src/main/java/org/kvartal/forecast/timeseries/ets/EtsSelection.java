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
        estimator.improve(FIRST_STEPS, COARSE);
        found.add(estimator);
        if (states == Ets.InitialStates.ESTIMATED) {
            // The likelihood may have a hill on either side, as for relative errors of values near 0.
            EtsEstimator nearTheLast = new EtsEstimator(y, initial, form, m, products, states);
            nearTheLast.beginNearRandomWalk();
            nearTheLast.improve(FIRST_STEPS, COARSE);
            found.add(nearTheLast);
        }
    }
}
