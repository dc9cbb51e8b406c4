package org.kvartal.forecast.timeseries.arima;

/**
 * The exact likelihood of a stationary series by the Kalman filter, in steps of r operations rather than r^2.
 *
 * <pre>
 *   state x of r = max(p, q + 1) values, T companion of ar, Z = (1, 0, ...)
 *   v[t] = w[t] - a[t]_1                       a[t+1] = T a[t] + K[t] / F[t] v[t]
 *   P[2] - P[1] = -K[1] K[1]' / F[1]           P[t+1] - P[t] = M L L'  stays of rank one, so with H = L_1
 *   F[t+1] = F[t] + M H^2                      K[t+1] = K[t] + M H T L
 *   L' = T L - K[t+1] / F[t+1] H               M' = M + M^2 H^2 / F[t]
 *   start: a = 0, F[1] = gamma(0), K[1] = T cov(x, w), all in units of the innovation variance
 *   deviance = n log(sum v^2 / F / n) + sum log F
 * </pre>
 *
 * Once F is 1 to ten digits the gain stays as it is. p, q are the lengths of the expanded polynomials. Sources: Harvey
 * (1989), Forecasting, Structural Time Series Models and the Kalman Filter, sections 3.3 and 3.4; Pearlman (1980), An
 * algorithm for the exact likelihood of a high-order ARMA process, Biometrika 67.
 */
final class ArmaFilter {
    private static final double STEADY = 1e-10;

    private final double[] w;
    private final int r;
    private final double[] state;
    private final double[] gain;
    private final double[] direction;
    private final double[] fullAr;
    private final ArmaCovariance covariance;
    private double squares;
    private double logVariances;

    /** A filter for polynomials of the lengths given. */
    ArmaFilter(double[] w, int arLength, int maLength) {
        this.w = w;
        r = Math.max(arLength, maLength + 1);
        state = new double[r + 1];
        gain = new double[r];
        direction = new double[r + 1];
        fullAr = new double[r];
        covariance = new ArmaCovariance(arLength, maLength);
    }

    /**
     * Filters the series less a mean.
     *
     * @param innovations receives v / sqrt(F), one a value
     * @return whether the model is stationary
     */
    boolean run(double[] ar, double[] ma, double mean, double[] innovations) {
        if (!covariance.compute(ar, ma)) {
            return false;
        }
        System.arraycopy(ar, 0, fullAr, 0, ar.length);
        double[] withState = covariance.withState();
        double variance = withState[0];
        for (int i = 0; i < r; i++) {
            gain[i] = fullAr[i] * withState[0] + (i + 1 < r ? withState[i + 1] : 0);
            direction[i] = gain[i];
            state[i] = 0;
        }
        direction[r] = 0;
        state[r] = 0;
        double spread = -1 / variance;
        squares = 0;
        logVariances = 0;
        double product = 1;
        for (int t = 0; t < w.length; t++) {
            double v = w[t] - mean - state[0];
            innovations[t] = v / Math.sqrt(variance);
            squares += v * v / variance;
            product *= variance;
            if (product > 1e100) {
                logVariances += Math.log(product);
                product = 1;
            }
            double correction = v / variance;
            if (variance - 1 > STEADY) {
                double head = direction[0];
                double step = spread * head;
                double next = Math.max(variance + step * head, 1);
                advance(correction, head, step, head / next);
                spread += spread * spread * head * head / variance;
                variance = next;
            } else {
                moveState(correction);
            }
        }
        logVariances += Math.log(product);
        return true;
    }

    private void moveState(double correction) {
        double first = state[0];
        for (int i = 0; i < r; i++) {
            state[i] = fullAr[i] * first + state[i + 1] + gain[i] * correction;
        }
    }

    /** Moves state, gain and direction on in one pass. */
    private void advance(double correction, double head, double step, double share) {
        double first = state[0];
        for (int i = 0; i < r; i++) {
            double a = fullAr[i];
            double g = gain[i];
            state[i] = a * first + state[i + 1] + g * correction;
            double moved = a * head + direction[i + 1];
            g += step * moved;
            gain[i] = g;
            direction[i] = moved - g * share;
        }
    }

    /** The sum of squared innovations of the last run, each in units of its variance. */
    double squares() {
        return squares;
    }

    /** The sum of log F of the last run. */
    double logVariances() {
        return logVariances;
    }

    double deviance() {
        int n = w.length;
        return n * Math.log(Math.max(squares / n, Double.MIN_NORMAL)) + logVariances;
    }

    /** The values that follow, less the mean, after a run. */
    double[] forecasts(int horizon) {
        double[] forecasts = new double[horizon];
        double[] x = state.clone();
        for (int h = 0; h < horizon; h++) {
            forecasts[h] = x[0];
            double first = x[0];
            for (int i = 0; i < r; i++) {
                x[i] = fullAr[i] * first + x[i + 1];
            }
        }
        return forecasts;
    }
}
