package org.kvartal.forecast.timeseries.path;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.accuracy.Backtest;
import org.kvartal.forecast.timeseries.accuracy.ScoredForecast;

/**
 * The dependence that makes errors of the past likeliest.
 *
 * <pre>
 *   maximises  -N/2 log(sum of eps[o][h]^2 / N)        eps: shocks behind the errors of origin o at step h
 *                                                      N:   number of errors
 * </pre>
 *
 * This is the Gaussian likelihood with the variance of the shocks profiled out. The maximum is searched on a grid of weights
 * to {@value #LARGEST_WEIGHT} and persistences to 1 in steps of {@value #STEP}.
 */
public final class DependenceEstimate {
    private static final double LARGEST_WEIGHT = 1.5;
    private static final double STEP = 0.05;
    private static final int MOST_ORIGINS = 24;
    private static final int FEWEST_ORIGINS = 2;
    private static final int SHORTEST = 8;

    private DependenceEstimate() {}

    /**
     * From errors of forecasts of the same length.
     *
     * @param errors by origin, then by step, the nearest first
     */
    public static StepDependence of(List<double[]> errors) {
        StepDependence best = StepDependence.none();
        double smallest = Double.POSITIVE_INFINITY;
        for (int w = 0; w * STEP <= LARGEST_WEIGHT + STEP / 2; w++) {
            for (int p = 0; p * STEP <= 1 + STEP / 2; p++) {
                StepDependence tried = new StepDependence(w * STEP, Math.min(1, p * STEP));
                double squares = squares(tried, errors);
                if (squares < smallest) {
                    smallest = squares;
                    best = tried;
                }
            }
        }
        return best;
    }

    /**
     * From errors of a method at rolling origins of a series; of a random walk where the series is too short to know, as
     * sums are then rather too wide than too narrow.
     */
    public static StepDependence of(Forecaster forecaster, TimeSeries history, int horizon) {
        int length = history.length();
        int earliest = Math.max(SHORTEST, 2 * history.season());
        int step = Math.max(1, (length - horizon - earliest) / MOST_ORIGINS);
        int origins = Math.min(MOST_ORIGINS, (length - horizon - earliest) / step + 1);
        if (length - horizon < earliest || origins < FEWEST_ORIGINS || horizon < 2) {
            return StepDependence.randomWalk();
        }
        List<double[]> errors = new ArrayList<>();
        for (ScoredForecast scored : new Backtest(horizon, origins, step).run(forecaster, history, Levels.none())) {
            double[] known = errors(scored, horizon);
            if (known.length == horizon) {
                errors.add(known);
            }
        }
        return errors.size() < FEWEST_ORIGINS ? StepDependence.randomWalk() : of(errors);
    }

    /** The errors of one origin; none if an actual value is missing. */
    private static double[] errors(ScoredForecast scored, int horizon) {
        double[] errors = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            errors[h] = scored.actuals()[h] - scored.forecasts().mean(h + 1);
            if (Double.isNaN(errors[h])) {
                return new double[0];
            }
        }
        return errors;
    }

    private static double squares(StepDependence dependence, List<double[]> errors) {
        double sum = 0;
        for (double[] row : errors) {
            for (double shock : dependence.shocks(row)) {
                sum += shock * shock;
            }
        }
        return sum;
    }
}
