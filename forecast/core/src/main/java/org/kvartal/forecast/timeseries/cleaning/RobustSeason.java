package org.kvartal.forecast.timeseries.cleaning;

import org.kvartal.forecast.timeseries.decomposition.Stl;

/**
 * The season of values among which there are outliers: STL of values whose far remainders are taken off.
 *
 * <pre>
 *   begin:  r = y - running median over a season - median of that over the values of each season
 *   repeat: trend, season by STL of y*;  r = y - trend - season;  s = 1.4826 median |r|
 *           y* = trend + season + r (1 - (r / 6 s)^2)^2, without the last term where |r| > 6 s
 *   strength = 1 - median |r| / median |r + season|
 * </pre>
 *
 * y* are pseudo-values, which make any linear smoother robust, here by Tukey's biweight. A season weaker than 0.3 in this measure counts as
 * none. Source: Oh, Nychka and Lee (2007), The role of pseudo data for robust smoothing, Biometrika 94; Cleveland,
 * Cleveland, McRae and Terpenning (1990), STL, J. of Official Statistics 6.
 */
final class RobustSeason {
    private static final int ROUNDS = 3;
    private static final int SEASONS_NEEDED = 3;
    private static final int WINDOW = 11;
    private static final double FAR = 6;
    private static final double WEAK = 0.3;

    private RobustSeason() {}

    /** The season of complete values; all 0 if there is none worth taking out. */
    static double[] of(double[] y, int m) {
        int n = y.length;
        if (m < 2 || n < SEASONS_NEEDED * m) {
            return new double[n];
        }
        double[] rest = aroundMedians(y, m);
        double[] near = near(y, rest);
        double[] season = new double[n];
        for (int round = 0; round < ROUNDS; round++) {
            Stl stl = Stl.of(near, m, WINDOW);
            season = stl.season();
            double[] trend = stl.trend();
            for (int t = 0; t < n; t++) {
                rest[t] = y[t] - trend[t] - season[t];
            }
            near = near(y, rest);
        }
        double[] whole = new double[n];
        for (int t = 0; t < n; t++) {
            whole[t] = rest[t] + season[t];
        }
        double strength = 1 - Robust.deviation(rest) / Math.max(Robust.deviation(whole), Double.MIN_NORMAL);
        return strength >= WEAK ? season : new double[n];
    }

    private static double[] near(double[] y, double[] rest) {
        double far = Math.max(FAR * Robust.deviation(rest), Double.MIN_NORMAL);
        double[] near = new double[y.length];
        for (int t = 0; t < y.length; t++) {
            double share = Math.min(1, Math.abs(rest[t]) / far);
            double weight = (1 - share * share) * (1 - share * share);
            near[t] = y[t] - rest[t] + weight * rest[t];
        }
        return near;
    }

    /** What medians over a season and over the values of each season leave. */
    private static double[] aroundMedians(double[] y, int m) {
        int n = y.length;
        double[] rest = new double[n];
        for (int t = 0; t < n; t++) {
            int from = Math.max(0, Math.min(n - m, t - m / 2));
            rest[t] = y[t] - Robust.median(y, from, from + m);
        }
        for (int s = 0; s < m; s++) {
            double[] values = new double[(n - s + m - 1) / m];
            for (int i = 0; i < values.length; i++) {
                values[i] = rest[s + i * m];
            }
            double median = Robust.median(values, 0, values.length);
            for (int i = 0; i < values.length; i++) {
                rest[s + i * m] -= median;
            }
        }
        return rest;
    }
}
