package org.kvartal.forecast.timeseries.path;

/**
 * How the errors of one forecast hang together from step to step.
 *
 * <pre>
 *   e[h]   = eps[h] + weight * s[h-1],    s[h] = persistence * s[h-1] + eps[h],    s[0] = 0,    eps iid, variance 1
 *   var(h) = 1 + weight^2 (1 + persistence^2 + ... + persistence^(2 (h-2)))
 *
 *   weight 0:                     errors have nothing to do with each other, as around a constant mean
 *   weight p, persistence p:      an autoregression of order 1
 *   weight 1, persistence 1:      a random walk
 *   weight a, persistence 1:      a level smoothed with a
 * </pre>
 *
 * Errors of optimal forecasts of linear models are sums of the shocks since the origin with fixed weights, here weight
 * persistence^(j-1) for the shock j steps ago: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed.,
 * section 9.8; Hyndman, Koehler, Ord and Snyder (2008), Forecasting with Exponential Smoothing, section 6.1.
 *
 * @param weight of what is left of earlier shocks, at least 0
 * @param persistence share of it that lasts to the next step, from 0 to 1
 */
public record StepDependence(double weight, double persistence) {
    public StepDependence {
        if (!(weight >= 0) || !(persistence >= 0 && persistence <= 1)) {
            throw new IllegalArgumentException(
                    "Invalid dependence: weight %s, persistence %s, must be at least 0, from 0 to 1"
                            .formatted(weight, persistence));
        }
    }

    /** Errors that have nothing to do with each other. */
    public static StepDependence none() {
        return new StepDependence(0, 0);
    }

    /** Every shock stays in full. */
    public static StepDependence randomWalk() {
        return new StepDependence(1, 1);
    }

    /** The standard deviation of the error of each step by that of a shock. */
    double[] deviations(int horizon) {
        double[] deviations = new double[horizon];
        double variance = 1;
        double square = weight * weight;
        for (int h = 0; h < horizon; h++) {
            deviations[h] = Math.sqrt(variance);
            variance += square;
            square *= persistence * persistence;
        }
        return deviations;
    }

    /** The shocks behind the errors of the steps; the first step first. */
    double[] shocks(double[] errors) {
        double[] shocks = new double[errors.length];
        double lasting = 0;
        for (int h = 0; h < errors.length; h++) {
            shocks[h] = errors[h] - weight * lasting;
            lasting = persistence * lasting + shocks[h];
        }
        return shocks;
    }

    /** The errors that follow from shocks, in place. */
    void accumulate(double[] shocks) {
        double lasting = 0;
        for (int h = 0; h < shocks.length; h++) {
            double shock = shocks[h];
            shocks[h] = shock + weight * lasting;
            lasting = persistence * lasting + shock;
        }
    }
}
