package org.kvartal.forecast.timeseries.accuracy;

import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * Errors of the intervals of one series.
 *
 * <pre>
 *   coverage   = share of y within [l, u]
 *   MSIS       = mean of (u - l + 2/a max(l - y, 0) + 2/a max(y - u, 0)) / q       a = 1 - level
 *   pinball(p) = mean of max(p (y - x), (p - 1) (y - x))                           x the forecast quantile p
 * </pre>
 *
 * q is the error of the seasonal naive method within the history ({@link PointMeasures}). Missing values are left out.
 * Sources: Makridakis, Spiliotis and Assimakopoulos (2020), The M4 Competition, Int. J. Forecasting 36, section 2.2
 * (MSIS); Gneiting and Raftery (2007), J. Am. Statistical Association 102, section 6 (pinball, interval score).
 */
public final class IntervalMeasures {
    private IntervalMeasures() {}

    public static double coverage(double[] actuals, double[] lower, double[] upper) {
        int inside = 0;
        int count = 0;
        for (int h = 0; h < actuals.length; h++) {
            if (!Double.isNaN(actuals[h])) {
                inside += lower[h] <= actuals[h] && actuals[h] <= upper[h] ? 1 : 0;
                count++;
            }
        }
        return (double) inside / count;
    }

    public static double msis(TimeSeries history, double[] actuals, double[] lower, double[] upper, double level) {
        double penalty = 2 / (1 - level);
        double sum = 0;
        int count = 0;
        for (int h = 0; h < actuals.length; h++) {
            double y = actuals[h];
            if (!Double.isNaN(y)) {
                sum += upper[h] - lower[h] + penalty * (Math.max(lower[h] - y, 0) + Math.max(y - upper[h], 0));
                count++;
            }
        }
        double scale = PointMeasures.seasonalNaiveError(history);
        return scale > 0 ? sum / count / scale : Double.NaN;
    }

    public static double pinball(double[] actuals, double[] quantiles, double probability) {
        double sum = 0;
        int count = 0;
        for (int h = 0; h < actuals.length; h++) {
            if (!Double.isNaN(actuals[h])) {
                double error = actuals[h] - quantiles[h];
                sum += Math.max(probability * error, (probability - 1) * error);
                count++;
            }
        }
        return sum / count;
    }
}
