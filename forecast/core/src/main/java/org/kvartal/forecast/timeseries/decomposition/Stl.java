package org.kvartal.forecast.timeseries.decomposition;

/**
 * Trend and one season by local straight lines (STL), without robustness iterations.
 *
 * <pre>
 *   repeat twice:
 *     detrend:   y - trend
 *     cycle:     loess of the values of each season, one step beyond both ends    window s
 *     low pass:  moving averages of length m, m and 3, then loess                 window next odd of m
 *     season   = cycle - low pass
 *     trend    = loess of y - season                                              window 1.5 m / (1 - 1.5 / s), odd
 * </pre>
 *
 * Source: Cleveland, Cleveland, McRae and Terpenning (1990), STL: A seasonal-trend decomposition procedure based on
 * loess, J. of Official Statistics 6, sections 2 and 3.
 */
public final class Stl {
    private static final int PASSES = 2;

    private final double[] trend;
    private final double[] season;

    private Stl(double[] trend, double[] season) {
        this.trend = trend;
        this.season = season;
    }

    /**
     * Decomposes complete values of at least two seasons.
     *
     * @param m season length, at least 2
     * @param seasonalWindow odd number of seasons over which a season is smoothed, at least 7
     */
    public static Stl of(double[] y, int m, int seasonalWindow) {
        int n = y.length;
        if (n < 2 * m || m < 2) {
            throw new IllegalArgumentException("Invalid season length: %d for %d values".formatted(m, n));
        }
        int trendWindow = nextOdd((int) Math.ceil(1.5 * m / (1 - 1.5 / seasonalWindow)));
        int lowWindow = nextOdd(m);
        Loess trendLoess = new Loess(trendWindow, (int) Math.ceil(trendWindow / 10.0));
        Loess lowLoess = new Loess(lowWindow, (int) Math.ceil(lowWindow / 10.0));
        Loess cycleLoess = new Loess(seasonalWindow, (int) Math.ceil(seasonalWindow / 10.0));
        double[] trend = new double[n];
        double[] season = new double[n];
        double[] work = new double[n];
        double[] cycle = new double[n + 2 * m];
        for (int pass = 0; pass < PASSES; pass++) {
            for (int t = 0; t < n; t++) {
                work[t] = y[t] - trend[t];
            }
            smoothCycles(work, m, cycleLoess, cycle);
            double[] low = new double[n];
            lowLoess.smooth(averaged(averaged(averaged(cycle, m), m), 3), n, low);
            for (int t = 0; t < n; t++) {
                season[t] = cycle[t + m] - low[t];
                work[t] = y[t] - season[t];
            }
            trendLoess.smooth(work, n, trend);
        }
        return new Stl(trend, season);
    }

    private static void smoothCycles(double[] detrended, int m, Loess loess, double[] cycle) {
        int n = detrended.length;
        double[] values = new double[n / m + 1];
        double[] smooth = new double[n / m + 1];
        for (int s = 0; s < m; s++) {
            int count = 0;
            for (int t = s; t < n; t += m) {
                values[count++] = detrended[t];
            }
            loess.smooth(values, count, smooth);
            cycle[s] = loess.at(values, count, -1);
            for (int i = 0; i < count; i++) {
                cycle[s + (i + 1) * m] = smooth[i];
            }
            cycle[s + (count + 1) * m] = loess.at(values, count, count);
        }
    }

    private static double[] averaged(double[] values, int length) {
        double[] averages = new double[values.length - length + 1];
        double sum = 0;
        for (int t = 0; t < values.length; t++) {
            sum += values[t];
            if (t >= length - 1) {
                averages[t - length + 1] = sum / length;
                sum -= values[t - length + 1];
            }
        }
        return averages;
    }

    private static int nextOdd(int length) {
        return length % 2 == 0 ? length + 1 : length;
    }

    public double[] trend() {
        return trend.clone();
    }

    public double[] season() {
        return season.clone();
    }
}
