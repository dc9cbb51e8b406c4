package org.kvartal.forecast.timeseries.combination;

import java.util.Map;
import org.kvartal.forecast.timeseries.Forecasts;

/**
 * How far real errors exceed what the methods think, by kind of series, step and level.
 *
 * <pre>
 *   lower = mean - unit below * factor below        upper = mean + unit above * factor above
 *   unit:   weighted mean of the methods' distances from mean to 95 % end
 *   factor: quantile of error / unit on the ends of training series, by season class and step
 * </pre>
 *
 * Factors are kept for the levels 50, 80, 90, 95 and 99 %; between, they are interpolated in the normal quantile, below
 * the lowest and above the highest they grow with it. This is split conformal prediction with the model's own spread
 * as scale, pooled over series: Lei, G'Sell, Rinaldo, Tibshirani and Wasserman (2018), J. Am. Statistical Association
 * 113, section 5.2. Learned by bench/forecast-weights.py.
 */
final class Calibration {
    private static final double[] LEVELS = {0.5, 0.8, 0.9, 0.95, 0.99};
    private static final int SHORT_SEASON = 7;

    private final Map<String, double[]> factors;
    private final double[] quantiles = new double[LEVELS.length];

    private Calibration(Map<String, double[]> factors) {
        this.factors = factors;
        for (int i = 0; i < LEVELS.length; i++) {
            quantiles[i] = Forecasts.normalQuantile(0.5 + LEVELS[i] / 2);
        }
    }

    /** The factors shipped with the library. */
    static Calibration shipped() {
        return new Calibration(NumberTable.read("intervals.txt"));
    }

    /** The side of the mean an interval end lies on. */
    enum Side {
        BELOW,
        ABOVE
    }

    /** The name of the season class: no season, up to 7 values, or more. */
    static String seasonClass(int m) {
        return m == 1 ? "none" : m <= SHORT_SEASON ? "short" : "long";
    }

    /** The factor for a step ahead, from 1; steps beyond the table have that of its last step. */
    double factor(String seasonClass, Side side, int step, double level) {
        int known = step;
        while (known > 1 && !factors.containsKey(key(seasonClass, side, known))) {
            known--;
        }
        double[] row = factors.get(key(seasonClass, side, known));
        if (row == null || row.length != LEVELS.length) {
            throw new IllegalStateException(
                    "Cannot calibrate: intervals.txt has no row " + key(seasonClass, side, known));
        }
        double z = Forecasts.normalQuantile(0.5 + level / 2);
        int last = LEVELS.length - 1;
        if (z <= quantiles[0]) {
            return row[0] * z / quantiles[0];
        }
        if (z >= quantiles[last]) {
            return row[last] * z / quantiles[last];
        }
        int i = 0;
        while (quantiles[i + 1] < z) {
            i++;
        }
        double share = (z - quantiles[i]) / (quantiles[i + 1] - quantiles[i]);
        return row[i] + share * (row[i + 1] - row[i]);
    }

    private static String key(String seasonClass, Side side, int step) {
        return "%s-%s-%d".formatted(seasonClass, side == Side.BELOW ? "below" : "above", step);
    }
}
