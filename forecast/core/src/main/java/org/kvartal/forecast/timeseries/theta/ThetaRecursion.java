package org.kvartal.forecast.timeseries.theta;

/**
 * Runs the state-space form of the Theta method through a series without season.
 *
 * <pre>
 *   mu[t] = l[t-1] + (1 - 1/theta) ((1 - alpha)^(t-1) A[t-1] + (1 - (1 - alpha)^t) / alpha B[t-1])
 *   l[t]  = alpha y[t] + (1 - alpha) l[t-1]
 *   dynamic: ybar[t] = ((t - 1) ybar[t-1] + y[t]) / t
 *            B[t] = ((t - 2) B[t-1] + 6/t (y[t] - ybar[t-1])) / (t + 1)
 *            A[t] = ybar[t] - (t + 1)/2 B[t]
 *            with ybar[1] = y[1], B[2] = y[2] - y[1], mu[1] = y[1]
 *   static:  A, B: intercept and slope of the least squares line through all of y, t = 1..n
 * </pre>
 *
 * mu[t] is the forecast of y[t] from the values before it, l the level of the theta line. Source: Fiorucci, Pellegrini,
 * Louzada, Petropoulos and Koehler (2016), Models for optimising the theta method and their relationship to state space
 * models, Int. J. Forecasting 32, sections 2.2 (static) and 2.3 (dynamic).
 */
final class ThetaRecursion {
    private static final int FIRST_ERROR = 2;

    private final double[] y;
    private final boolean dynamic;
    private double intercept;
    private double slope;
    private double mean;
    private double level;
    private double power;
    private int time;

    private ThetaRecursion(double[] y, boolean dynamic) {
        this.y = y;
        this.dynamic = dynamic;
    }

    /** Intercept and slope grow with the series. */
    static ThetaRecursion dynamic(double[] y) {
        return new ThetaRecursion(y, true);
    }

    /** Intercept and slope are those of the whole series. */
    static ThetaRecursion fixed(double[] y) {
        ThetaRecursion recursion = new ThetaRecursion(y, false);
        int n = y.length;
        double sum = 0;
        double moment = 0;
        for (int t = 0; t < n; t++) {
            sum += y[t];
            moment += y[t] * (t + 1);
        }
        double centre = (n + 1) / 2.0;
        recursion.slope = (moment - centre * sum) * 12 / (n * ((double) n * n - 1));
        recursion.intercept = sum / n - centre * recursion.slope;
        return recursion;
    }

    /** The sum of squared errors from the third value on; leaves the states after the last value. */
    double squaredErrors(double initialLevel, double alpha, double theta) {
        begin(initialLevel);
        double sum = 0;
        for (int t = 0; t < y.length; t++) {
            double error = y[t] - next(alpha, theta);
            sum += t >= FIRST_ERROR ? error * error : 0;
            take(y[t], alpha);
        }
        return sum;
    }

    /** Intercept and slope before each value. */
    double[][] lines() {
        double[][] lines = new double[2][y.length];
        begin(0);
        for (int t = 0; t < y.length; t++) {
            lines[0][t] = intercept;
            lines[1][t] = slope;
            take(y[t], 1);
        }
        return lines;
    }

    private void begin(double initialLevel) {
        level = initialLevel;
        power = 1;
        time = 0;
        mean = 0;
        if (dynamic) {
            intercept = 0;
            slope = 0;
        }
    }

    /** The forecast of the next value. */
    private double next(double alpha, double theta) {
        if (dynamic && time == 0) {
            return y[0];
        }
        double weight = 1 - 1 / theta;
        return level + weight * (power * intercept + (1 - power * (1 - alpha)) / alpha * slope);
    }

    /** Moves the states on by a value. */
    private void take(double value, double alpha) {
        time++;
        level = alpha * value + (1 - alpha) * level;
        power *= 1 - alpha;
        if (dynamic) {
            if (time == 2) {
                slope = value - y[0];
            } else if (time > 2) {
                slope = ((time - 2) * slope + 6.0 / time * (value - mean)) / (time + 1);
            }
            mean += (value - mean) / time;
            intercept = time == 1 ? value : mean - (time + 1) / 2.0 * slope;
        }
    }

    /**
     * The path of the values to come when each is as forecast, but for one that is higher by {@code shock}.
     *
     * @param shockedStep the step, from 1, whose value differs; 0 for none
     */
    double[] path(double initialLevel, double alpha, double theta, int horizon, int shockedStep, double shock) {
        squaredErrors(initialLevel, alpha, theta);
        double[] path = new double[horizon];
        for (int h = 1; h <= horizon; h++) {
            path[h - 1] = next(alpha, theta);
            take(path[h - 1] + (h == shockedStep ? shock : 0), alpha);
        }
        return path;
    }
}
