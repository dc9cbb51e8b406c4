package org.kvartal.forecast.timeseries.accuracy;

import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * Errors of the means of one series.
 *
 * <pre>
 *   sMAPE = mean of 200 |y - f| / (|y| + |f|)                 percent; 0 where both are 0
 *   MASE  = mean of |y - f| / q                               q  = mean of |y[t] - y[t-m]| over the history
 *   RMSSE = sqrt(mean of (y - f)^2 / q2)                      q2 = mean of (y[t] - y[t-1])^2 over the history
 *   WAPE  = sum of |y - f| / sum of |y|
 *   bias  = mean of (f - y) / q                               above 0: forecasts too high
 *   OWA   = (sMAPE / sMAPE of Naive 2 + MASE / MASE of Naive 2) / 2
 * </pre>
 *
 * y are actual values, f forecasts, m the season length. Missing values are left out. A measure whose denominator is 0
 * is {@code NaN}, and is left out when series are pooled. Sources: Makridakis, Spiliotis and Assimakopoulos (2020), The
 * M4 Competition, Int. J. Forecasting 36, section 2.2 (sMAPE, MASE, OWA); the same (2022), The M5 accuracy competition,
 * section 2.3 (RMSSE); Kolassa and Schütz (2007), Foresight 6 (WAPE).
 */
public final class PointMeasures {
    private PointMeasures() {}

    public static double smape(double[] actuals, double[] means) {
        double sum = 0;
        int count = 0;
        for (int h = 0; h < actuals.length; h++) {
            if (!Double.isNaN(actuals[h])) {
                double size = Math.abs(actuals[h]) + Math.abs(means[h]);
                sum += size > 0 ? 200 * Math.abs(actuals[h] - means[h]) / size : 0;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    public static double mase(TimeSeries history, double[] actuals, double[] means) {
        return meanAbsoluteError(actuals, means) / positive(seasonalNaiveError(history));
    }

    public static double rmsse(TimeSeries history, double[] actuals, double[] means) {
        double sum = 0;
        int count = 0;
        for (int h = 0; h < actuals.length; h++) {
            if (!Double.isNaN(actuals[h])) {
                sum += (actuals[h] - means[h]) * (actuals[h] - means[h]);
                count++;
            }
        }
        return Math.sqrt(sum / count / positive(squaredNaiveError(history)));
    }

    public static double wape(double[] actuals, double[] means) {
        return absoluteErrors(actuals, means) / positive(volume(actuals));
    }

    /** The sum of |y - f|. */
    static double absoluteErrors(double[] actuals, double[] means) {
        double errors = 0;
        for (int h = 0; h < actuals.length; h++) {
            if (!Double.isNaN(actuals[h])) {
                errors += Math.abs(actuals[h] - means[h]);
            }
        }
        return errors;
    }

    /** The sum of |y|. */
    static double volume(double[] actuals) {
        double volume = 0;
        for (double actual : actuals) {
            if (!Double.isNaN(actual)) {
                volume += Math.abs(actual);
            }
        }
        return volume;
    }

    public static double bias(TimeSeries history, double[] actuals, double[] means) {
        double sum = 0;
        int count = 0;
        for (int h = 0; h < actuals.length; h++) {
            if (!Double.isNaN(actuals[h])) {
                sum += means[h] - actuals[h];
                count++;
            }
        }
        return sum / count / positive(seasonalNaiveError(history));
    }

    public static double owa(double smape, double mase, double naive2Smape, double naive2Mase) {
        return (smape / naive2Smape + mase / naive2Mase) / 2;
    }

    public static double meanAbsoluteError(double[] actuals, double[] means) {
        double sum = 0;
        int count = 0;
        for (int h = 0; h < actuals.length; h++) {
            if (!Double.isNaN(actuals[h])) {
                sum += Math.abs(actuals[h] - means[h]);
                count++;
            }
        }
        return sum / count;
    }

    /** The scale q: the mean absolute error of the seasonal naive method within the history. */
    public static double seasonalNaiveError(TimeSeries history) {
        int m = history.season();
        double sum = 0;
        int count = 0;
        for (int t = m; t < history.length(); t++) {
            double change = Math.abs(history.value(t) - history.value(t - m));
            if (!Double.isNaN(change)) {
                sum += change;
                count++;
            }
        }
        return sum / count;
    }

    private static double squaredNaiveError(TimeSeries history) {
        double sum = 0;
        int count = 0;
        for (int t = 1; t < history.length(); t++) {
            double change = history.value(t) - history.value(t - 1);
            if (!Double.isNaN(change)) {
                sum += change * change;
                count++;
            }
        }
        return sum / count;
    }

    private static double positive(double scale) {
        return scale > 0 ? scale : Double.NaN;
    }
}
