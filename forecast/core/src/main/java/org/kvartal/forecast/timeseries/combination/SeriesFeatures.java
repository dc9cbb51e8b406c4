package org.kvartal.forecast.timeseries.combination;

import org.kvartal.forecast.timeseries.decomposition.Autocorrelation;
import org.kvartal.forecast.timeseries.decomposition.SeasonalAdjustment;

/**
 * What a series looks like, in numbers that do not change when all values are multiplied by the same number.
 *
 * <pre>
 *   x the values without season, d[t] = x[t] - x[t-1], s their standard deviation, c their mean, n the length
 *   one                1
 *   short season       1 if 1 &lt; m &lt;= 7
 *   long season        1 if m &gt; 7
 *   length             ln n - 4
 *   reach              ln(h / n) + 2
 *   seasonal           1 if the seasonal test finds one
 *   autocorrelation    r[1] of d
 *   trend              c / s sqrt(n) / 3
 *   trend size         |trend|
 *   turn               (mean of the last max(3, h) of d - c) / s
 *   last change        d[n] / s
 *   noise              ln(s / mean |x|) + 3
 *   wandering          ln(2 var(x) / s^2) / 3
 * </pre>
 *
 * All are clipped to -3..3. In the spirit of Montero-Manso, Athanasopoulos, Hyndman and Talagala (2020), FFORMA,
 * Int. J. Forecasting 36, section 3.2.
 */
public final class SeriesFeatures {
    /** The number of features. */
    public static final int COUNT = 13;

    private static final double LIMIT = 3;
    private static final int SHORT_SEASON = 7;

    private SeriesFeatures() {}

    /** The features of a series of at least three values, to be forecast {@code horizon} steps. */
    public static double[] of(SeasonalAdjustment adjustment, int m, int horizon) {
        double[] x = adjustment.adjusted();
        int n = x.length;
        double[] d = new double[n - 1];
        double size = Math.abs(x[0]);
        for (int t = 1; t < n; t++) {
            d[t - 1] = x[t] - x[t - 1];
            size += Math.abs(x[t]);
        }
        double c = (x[n - 1] - x[0]) / (n - 1);
        double s = Math.max(deviation(d), 1e-9 * size + Double.MIN_NORMAL);
        int recent = Math.min(n - 1, Math.max(3, horizon));
        double recentChange = (x[n - 1] - x[n - 1 - recent]) / recent;
        double trend = c / s * Math.sqrt(n) / 3;
        double spread = deviation(x);
        double[] features = {
            1,
            m > 1 && m <= SHORT_SEASON ? 1 : 0,
            m > SHORT_SEASON ? 1 : 0,
            Math.log(n) - 4,
            Math.log((double) horizon / n) + 2,
            adjustment.isSeasonal() ? 1 : 0,
            Autocorrelation.at(d, 1),
            trend,
            Math.abs(trend),
            (recentChange - c) / s,
            d[n - 2] / s,
            Math.log(s * n / (size + Double.MIN_NORMAL)) + 3,
            Math.log(Math.max(2 * spread * spread / (s * s), 1e-9)) / 3
        };
        for (int i = 0; i < features.length; i++) {
            features[i] = Math.max(-LIMIT, Math.min(LIMIT, features[i]));
        }
        return features;
    }

    private static double deviation(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / Math.max(1, values.length - 1));
    }
}
