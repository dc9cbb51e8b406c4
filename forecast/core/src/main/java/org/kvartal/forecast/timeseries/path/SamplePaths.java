package org.kvartal.forecast.timeseries.path;

import java.util.Arrays;
import java.util.Random;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Interval;
import org.kvartal.forecast.timeseries.OrderStatistics;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * Whole futures of a series, drawn from its forecasts.
 *
 * <pre>
 *   path[h] = value of the marginal of step h at z[h]        h = 1..horizon
 *   z       = Gaussian with variances 1 and the correlations of {@link StepDependence}
 * </pre>
 *
 * Each step by itself has the distribution its forecast states; the dependence says how far a path that is high stays
 * high. This is a Gaussian copula: Nelsen (2006), An Introduction to Copulas, 2nd ed., section 2.3. It serves combinations
 * too, which have no model to simulate. Draws come in pairs z and -z.
 */
public final class SamplePaths {
    private final double[][] paths;

    private SamplePaths(double[][] paths) {
        this.paths = paths;
    }

    /**
     * Draws paths.
     *
     * @param forecasts with at least one interval
     * @param count of paths, at least 2
     */
    public static SamplePaths draw(Forecasts forecasts, StepDependence dependence, int count, long seed) {
        if (count < 2) {
            throw new IllegalArgumentException("Invalid count of paths: %d, must be at least 2".formatted(count));
        }
        int horizon = forecasts.horizon();
        Marginal[] marginals = new Marginal[horizon];
        for (int h = 0; h < horizon; h++) {
            marginals[h] = Marginal.of(forecasts, h + 1);
        }
        double[] deviations = dependence.deviations(horizon);
        Random random = new Random(seed);
        double[][] paths = new double[count][horizon];
        double[] scores = new double[horizon];
        for (int i = 0; i < count; i++) {
            double sign = i % 2 == 0 ? 1 : -1;
            if (i % 2 == 0) {
                for (int h = 0; h < horizon; h++) {
                    scores[h] = random.nextGaussian();
                }
                dependence.accumulate(scores);
            }
            for (int h = 0; h < horizon; h++) {
                paths[i][h] = marginals[h].value(sign * scores[h] / deviations[h]);
            }
        }
        return new SamplePaths(paths);
    }

    /** Draws paths whose dependence comes from the errors of a method at rolling origins of the history. */
    public static SamplePaths draw(
            Forecasts forecasts, Forecaster forecaster, TimeSeries history, int count, long seed) {
        return draw(forecasts, DependenceEstimate.of(forecaster, history, forecasts.horizon()), count, seed);
    }

    public int count() {
        return paths.length;
    }

    public int horizon() {
        return paths[0].length;
    }

    /**
     * A value of a path.
     *
     * @param path from 0
     * @param step ahead, from 1
     */
    public double value(int path, int step) {
        return paths[path][step - 1];
    }

    /** The sums over steps of every path, ascending. */
    public double[] sums(int fromStep, int toStep) {
        if (fromStep < 1 || toStep < fromStep || toStep > horizon()) {
            throw new IllegalArgumentException(
                    "Invalid steps: %d to %d, the paths have steps 1 to %d".formatted(fromStep, toStep, horizon()));
        }
        return Arrays.stream(paths)
                .mapToDouble(path -> Arrays.stream(path, fromStep - 1, toStep).sum())
                .sorted()
                .toArray();
    }

    /** The range that holds the sum over steps, as a quarter of months, with a probability. */
    public Interval sumInterval(int fromStep, int toStep, double level) {
        double[] sums = sums(fromStep, toStep);
        return new Interval(
                OrderStatistics.quantile(sums, 0.5 - level / 2), OrderStatistics.quantile(sums, 0.5 + level / 2));
    }
}
