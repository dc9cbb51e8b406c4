package org.kvartal.forecast.timeseries.ces;

/**
 * Runs complex exponential smoothing through a series.
 *
 * <pre>
 *   f[t] = l[t-1] + s[t-m]
 *   e[t] = y[t] - f[t]
 *   l[t] = l[t-1] - (1 - a1) c[t-1] + (a0 - a1) e[t]
 *   c[t] = l[t-1] + (1 - a0) c[t-1] + (a0 + a1) e[t]
 *   partial season: s[t] = s[t-m] + b0 e[t]
 *   full season:    s[t] = s[t-m] - (1 - b1) r[t-m] + (b0 - b1) e[t]
 *                   r[t] = s[t-m] + (1 - b0) r[t-m] + (b0 + b1) e[t]
 * </pre>
 *
 * l is the level, c its information component, s the season and r its information component; without season s is 0.
 * Source: Svetunkov, Kourentzes and Ord (2022), Complex exponential smoothing, Naval Research Logistics 69, sections 3
 * (level) and 5 (season).
 */
final class CesRecursion {
    private static final double BOUND = 1e12;

    private final double[] y;
    private final Ces.Season form;
    private final int m;
    private final double[] initial;
    private final double[] season;
    private final double[] seasonInformation;
    private double level;
    private double information;
    private int position;

    /** @param initial level, its information, then the seasons if any */
    CesRecursion(double[] y, Ces.Season form, int m, double[] initial) {
        this.y = y;
        this.form = form;
        this.m = m;
        this.initial = initial;
        season = new double[m];
        seasonInformation = new double[m];
    }

    /** The sum of squared errors; leaves the states after the last value. Infinite where the states explode. */
    double squaredErrors(double[] p) {
        level = initial[0];
        information = initial[1];
        position = 0;
        if (form != Ces.Season.NONE) {
            System.arraycopy(initial, 2, season, 0, m);
            for (int i = 0; i < m; i++) {
                seasonInformation[i] = form == Ces.Season.FULL ? season[i] / 2 : 0;
            }
        }
        double sum = 0;
        for (double value : y) {
            double error = value - next();
            sum += error * error;
            take(error, p);
        }
        return sum < BOUND * BOUND ? sum : Double.POSITIVE_INFINITY;
    }

    private double next() {
        return form == Ces.Season.NONE ? level : level + season[position];
    }

    private void take(double error, double[] p) {
        double oldLevel = level;
        level = oldLevel - (1 - p[1]) * information + (p[0] - p[1]) * error;
        information = oldLevel + (1 - p[0]) * information + (p[0] + p[1]) * error;
        if (form != Ces.Season.NONE) {
            double s = season[position];
            if (form == Ces.Season.PARTIAL) {
                season[position] = s + p[2] * error;
            } else {
                double r = seasonInformation[position];
                season[position] = s - (1 - p[3]) * r + (p[2] - p[3]) * error;
                seasonInformation[position] = s + (1 - p[2]) * r + (p[2] + p[3]) * error;
            }
            position = position + 1 == m ? 0 : position + 1;
        }
    }

    /** The values to come when each is as forecast, but for the first, which is higher by {@code shock}. */
    double[] path(double[] p, int horizon, double shock) {
        squaredErrors(p);
        double[] path = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            path[h] = next();
            take(h == 0 ? shock : 0, p);
        }
        return path;
    }
}
