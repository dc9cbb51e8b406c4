package org.kvartal.forecast.timeseries.combination;

import java.util.Map;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.combination.IntervalFeatures.Side;

/**
 * How wide intervals must be to hold what they promise, by what is known of the series and of the forecast.
 *
 * <pre>
 *   lower = mean - width below        upper = mean + width above
 *   width  = unit * exp(b . x) * factor                   at least that of the same season before
 *   unit   = the methods' own distance from mean to 95 % end
 *   x      = {@link IntervalFeatures};  b . x from -3 to 3
 *   factor = quantile of error / (unit * exp(b . x)) on the ends of training series, by step and level
 * </pre>
 *
 * b and the factors exist for each side, for series without season, with a season of up to 7 values, and with a longer one.
 * b is learned to lower the interval score of 80 and 95 % (Gneiting and Raftery, 2007, J. Am. Statistical Association 102,
 * section 6.2), the factors make the coverage right: split conformal prediction with a learned scale, pooled over series,
 * after Lei, G'Sell, Rinaldo, Tibshirani and Wasserman (2018), the same journal 113, section 5.2. Factors are kept for the
 * levels 50, 80, 90, 95 and 99 %; between, they are interpolated in the normal quantile, below the lowest and above the
 * highest they grow with it. Learned by bench/forecast-intervals.py; no test value was used.
 */
final class Calibration {
    private static final double[] LEVELS = {0.5, 0.8, 0.9, 0.95, 0.99};
    private static final double[] QUANTILES = new double[LEVELS.length];
    private static final int SHORT_SEASON = 7;
    private static final double LIMIT = 3;

    static {
        for (int i = 0; i < LEVELS.length; i++) {
            QUANTILES[i] = Forecasts.normalQuantile(0.5 + LEVELS[i] / 2);
        }
    }

    private final Map<String, double[]> numbers;

    private Calibration(Map<String, double[]> numbers) {
        this.numbers = numbers;
    }

    /** The numbers shipped with the library. */
    static Calibration shipped() {
        return new Calibration(NumberTable.read("intervals.txt"));
    }

    /** The name of the season class: no season, up to 7 values, or more. */
    static String seasonClass(int m) {
        return m == 1 ? "none" : m <= SHORT_SEASON ? "short" : "long";
    }

    /** The forecast with calibrated intervals. */
    Forecasts applied(UnitForecast forecast, Levels levels) {
        IntervalFeatures features = IntervalFeatures.of(forecast);
        double[][] below = widths(forecast, features, Side.BELOW, levels);
        double[][] above = widths(forecast, features, Side.ABOVE, levels);
        Forecasts unit = forecast.unit();
        double[] means = unit.means();
        for (int i = 0; i < levels.count(); i++) {
            for (int h = 0; h < means.length; h++) {
                below[i][h] = means[h] - below[i][h];
                above[i][h] = means[h] + above[i][h];
            }
        }
        return Forecasts.of(unit.model(), unit.reason(), means, levels, below, above);
    }

    /** The distances from the mean, by level and step. */
    private double[][] widths(UnitForecast forecast, IntervalFeatures features, Side side, Levels levels) {
        String start = forecast.kind() + (side == Side.BELOW ? "-below-" : "-above-");
        double[] b = row(start + "scale", IntervalFeatures.COUNT);
        int horizon = forecast.unit().horizon();
        double[][] widths = new double[levels.count()][horizon];
        int known = 1;
        for (int h = 0; h < horizon; h++) {
            known = numbers.containsKey(start + (h + 1)) ? h + 1 : known;
            double[] factors = row(start + known, LEVELS.length);
            double scale = features.unit(h + 1, side) * Math.exp(score(b, features.at(h + 1, side)));
            for (int i = 0; i < levels.count(); i++) {
                widths[i][h] = scale * factor(factors, levels.fraction(i));
                if (h >= forecast.season()) {
                    widths[i][h] = Math.max(widths[i][h], widths[i][h - forecast.season()]);
                }
            }
        }
        return widths;
    }

    private static double score(double[] b, double[] x) {
        double score = 0;
        for (int i = 0; i < b.length; i++) {
            score += b[i] * x[i];
        }
        return Math.max(-LIMIT, Math.min(LIMIT, score));
    }

    private double[] row(String name, int length) {
        double[] row = numbers.get(name);
        if (row == null || row.length != length) {
            throw new IllegalStateException(
                    "Cannot calibrate: intervals.txt has no row %s of %d numbers".formatted(name, length));
        }
        return row;
    }

    /** The factor of a level, from those of the levels kept. */
    static double factor(double[] factors, double level) {
        double z = Forecasts.normalQuantile(0.5 + level / 2);
        int last = LEVELS.length - 1;
        if (z <= QUANTILES[0]) {
            return factors[0] * z / QUANTILES[0];
        }
        if (z >= QUANTILES[last]) {
            return factors[last] * z / QUANTILES[last];
        }
        int i = 0;
        while (QUANTILES[i + 1] < z) {
            i++;
        }
        double share = (z - QUANTILES[i]) / (QUANTILES[i + 1] - QUANTILES[i]);
        return factors[i] + share * (factors[i + 1] - factors[i]);
    }
}
