package org.kvartal.forecast.timeseries.ets;

/**
 * Runs the states of an exponential smoothing model through a series, and its likelihood.
 *
 * <pre>
 *   q        = l + phi b                         what level and trend say of the next value
 *   f        = q,  q + s  or  q s                season none, additive, multiplicative
 *   e        = y - f  or  (y - f) / f            error additive, multiplicative
 *   p        = y,  y - s  or  y / s
 *   l'       = q + alpha (p - q)
 *   b'       = phi b + beta (p - q)
 *   s'       = s + gamma (y - q - s)  or  s + gamma (y / q - s)
 *   deviance = n log(sum e^2) + 2 sum log|f|     the second sum for multiplicative errors only
 * </pre>
 *
 * n counts observed values; a missing value moves the states on without error. Source: Hyndman, Koehler, Ord and Snyder
 * (2008), Forecasting with Exponential Smoothing, Table 2.1 and section 5.1 (deviance: minus twice the log-likelihood
 * up to a constant).
 */
final class EtsRecursion {
    private static final double TINY = 1e-10;

    private final double[] y;
    private final EtsForm form;
    private final int m;
    private final double[] season;
    private final int observed;
    private double level;
    private double trend;
    private double squares;

    EtsRecursion(double[] y, EtsForm form, int m) {
        this.y = y;
        this.form = form;
        this.m = m;
        this.season = new double[m];
        int count = 0;
        for (double value : y) {
            count += Double.isNaN(value) ? 0 : 1;
        }
        this.observed = count;
    }

    /**
     * The deviance.
     *
     * @param state level, trend if any, and the first m - 1 seasons if any; the last season makes them add up to 0, or m
     * @param errors receives the error of each value (0 where missing), one a value
     * @return infinite where the model breaks down
     */
    double run(double alpha, double beta, double gamma, double phi, double[] state, double[] errors) {
        begin(state);
        boolean multiplicativeError = form.error() == EtsForm.Error.MULTIPLICATIVE;
        boolean additiveSeason = form.season() == EtsForm.Season.ADDITIVE;
        boolean multiplicativeSeason = form.season() == EtsForm.Season.MULTIPLICATIVE;
        double l = level;
        double b = trend;
        double sum = 0;
        double product = 1;
        double logs = 0;
        int position = 0;
        for (int t = 0; t < y.length; t++) {
            double s = season[position];
            double damped = phi * b;
            double q = l + damped;
            double f = additiveSeason ? q + s : multiplicativeSeason ? q * s : q;
            double value = y[t];
            double e = 0;
            if (Double.isNaN(value)) {
                l = q;
                b = damped;
            } else {
                if (multiplicativeError && !(Math.abs(f) > TINY) || multiplicativeSeason && !(s * q > TINY)) {
                    return Double.POSITIVE_INFINITY;
                }
                double p = additiveSeason ? value - s : multiplicativeSeason ? value / s : value;
                e = value - f;
                if (multiplicativeError) {
                    e /= f;
                    product *= Math.abs(f);
                    // Logarithms are dear: one for each run of products that stays within range.
                    if (!(product > 1e-100 && product < 1e100)) {
                        logs += Math.log(product);
                        product = 1;
                    }
                }
                l = q + alpha * (p - q);
                b = damped + beta * (p - q);
                if (multiplicativeSeason) {
                    season[position] = s + gamma * (value / q - s);
                } else {
                    season[position] = s + gamma * (value - q - s);
                }
                sum += e * e;
            }
            errors[t] = e;
            position = position + 1 == m ? 0 : position + 1;
        }
        level = l;
        trend = b;
        squares = sum;
        double deviance = observed * Math.log(Math.max(sum, Double.MIN_NORMAL));
        return multiplicativeError ? deviance + 2 * (logs + Math.log(product)) : deviance;
    }

    private void begin(double[] state) {
        level = state[0];
        trend = form.hasTrend() ? state[1] : 0;
        if (form.hasSeason()) {
            int first = form.hasTrend() ? 2 : 1;
            double sum = 0;
            for (int i = 0; i < m - 1; i++) {
                season[i] = state[first + i];
                sum += season[i];
            }
            season[m - 1] = (form.season() == EtsForm.Season.MULTIPLICATIVE ? m : 0) - sum;
        }
    }

    int observedCount() {
        return observed;
    }

    /** The sum of squared errors of the last run. */
    double squaredErrors() {
        return squares;
    }

    /** The level after the last run. */
    double level() {
        return level;
    }

    /** The trend after the last run. */
    double trend() {
        return trend;
    }

    /** The season of the value {@code step} after the series, after the last run. */
    double season(int step) {
        return season[(y.length + step - 1) % m];
    }
}
