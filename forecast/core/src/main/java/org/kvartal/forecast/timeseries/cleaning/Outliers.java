package org.kvartal.forecast.timeseries.cleaning;

import java.util.Arrays;
import org.kvartal.forecast.timeseries.OrderStatistics;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.decomposition.Gaps;

/**
 * Values far from what their neighbours and their season say, on one scale.
 *
 * <pre>
 *   x[t] = y[t] - season[t]                       {@link RobustSeason}
 *   e[t] = x[t] - line(t)                         {@link LocalLine}, 4 neighbours on each side
 *   outlier: e[t] < Q1 - f (Q3 - Q1)  or  e[t] > Q3 + f (Q3 - Q1)
 *   f half as much again for the first 3 values, where the line is extrapolated
 * </pre>
 *
 * The last half season, at least 3 values, is never an outlier: nobody can yet tell them from a new level. Runs of more than 2 are no outliers
 * but another level; what recurs a season away, in the same direction and at least 0.3 of the size, is season. Sources: Tukey (1977), Exploratory Data Analysis, section 2D
 * (far out); the order of steps follows Hyndman (2021), Detecting time series outliers.
 */
final class Outliers {
    private static final int NEIGHBOURS = 4;
    private static final int ENDS = 3;
    private static final int LONGEST_RUN = 2;
    private static final double FAR_OUT_AT_START = 1.5;

    private static final double RECURRING = 0.3;

    private final double[] x;
    private final double[] season;
    private final boolean[] found;

    /** Searches complete values. */
    Outliers(double[] y, int m, double farOut) {
        season = RobustSeason.of(y, m);
        x = new double[y.length];
        for (int t = 0; t < y.length; t++) {
            x[t] = y[t] - season[t];
        }
        found = search(farOut, m);
    }

    private boolean[] search(double farOut, int m) {
        int n = x.length;
        boolean[] outliers = new boolean[n];
        if (n < 2 * NEIGHBOURS + ENDS) {
            return outliers;
        }
        LocalLine line = new LocalLine(x, NEIGHBOURS);
        double[] e = new double[n];
        for (int t = 0; t < n; t++) {
            e[t] = x[t] - line.at(t);
        }
        double[] sorted = e.clone();
        Arrays.sort(sorted);
        double low = OrderStatistics.quantile(sorted, 0.25);
        double high = OrderStatistics.quantile(sorted, 0.75);
        double range = high - low;
        int end = n - Math.max(ENDS, m / 2);
        for (int t = 0; t < n; t++) {
            double factor = t < ENDS ? farOut * FAR_OUT_AT_START : farOut;
            outliers[t] = range > 0 && t < end && (e[t] < low - factor * range || e[t] > high + factor * range);
        }
        dropRuns(outliers);
        dropRecurring(outliers, e, m);
        return outliers;
    }

    private static void dropRecurring(boolean[] outliers, double[] e, int m) {
        for (int t = 0; t < outliers.length && m > 1; t++) {
            boolean before = t >= m && e[t - m] / e[t] >= RECURRING;
            boolean after = t + m < e.length && e[t + m] / e[t] >= RECURRING;
            outliers[t] &= !before && !after;
        }
    }

    private static void dropRuns(boolean[] outliers) {
        int start = 0;
        for (int t = 0; t <= outliers.length; t++) {
            if (t == outliers.length || !outliers[t]) {
                if (t - start > LONGEST_RUN) {
                    Arrays.fill(outliers, start, t, false);
                }
                start = t + 1;
            }
        }
    }

    boolean isOutlier(int t) {
        return found[t];
    }

    boolean hasAny() {
        for (boolean outlier : found) {
            if (outlier) {
                return true;
            }
        }
        return false;
    }

    /** The values without season. */
    double[] withoutSeason() {
        return x.clone();
    }

    /** What stands at each place when those marked are bridged by straight lines between the others. */
    double[] bridged(boolean[] marked) {
        double[] gaps = x.clone();
        for (int t = 0; t < gaps.length; t++) {
            gaps[t] = marked[t] ? Double.NaN : gaps[t];
        }
        double[] bridged = Gaps.filled(TimeSeries.of(gaps));
        for (int t = 0; t < gaps.length; t++) {
            bridged[t] += season[t];
        }
        return bridged;
    }
}
