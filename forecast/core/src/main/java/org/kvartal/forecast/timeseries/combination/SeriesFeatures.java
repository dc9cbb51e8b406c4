package org.kvartal.forecast.timeseries.combination;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.decomposition.Autocorrelation;
import org.kvartal.forecast.timeseries.decomposition.SeasonalAdjustment;

/**
 * What a series looks like, in numbers that do not change when all values are multiplied by the same number.
 *
 * <pre>
 *   y the values, n of them, m the season, x the values without season, a the mean of |y|
 *   d[t] = x[t] - x[t-1], c their mean, s their standard deviation, u the mean of |d|
 *   e = x less the least squares line through x
 *   0        1
 *   1..3     ln n, ln(h / n), ln h                            lengths
 *   4..5     1 if 1 &lt; m &lt;= 7; 1 if m &gt; 7
 *   6..8     seasonal by the test; ln(mean |y[t] - y[t-1]| / u); autocorrelation of these changes at m
 *   9..11    autocorrelation of d at 1, 2 and 3
 *   12..14   trend c / s sqrt(n), its size; 2 c / u
 *   15       (mean of the last max(3, h) of d - c) / s        turn
 *   16..18   d[n] / s, d[n-1] / (2 u), d[n-2] / (2 u)         last changes
 *   19..20   share of d above 0, of all and of the last 6, from -1 to 1
 *   21..22   ln(max |d| / u); ln(mean of the last 6 of |d| / u)
 *   23..24   ln(s / a); ln(var(x) / s^2)                      noise and wandering
 *   25..27   autocorrelation of e at 1; share of var(x) in the line; bend of e
 *   28..29   e[n] / (2 u); e[n] / standard deviation of e
 *   30..31   ln(min y / a), ln(x[n] / mean of x)
 *   32..39   for ces, arima, autoregression and damped-trend, 0 if absent: ln of the half width of the first interval by u,
 *            ln of the last width by the first
 *   40       ln(mean over h of the standard deviation of the methods' means / (u sqrt(h)))
 * </pre>
 *
 * Constants bring them near -1..1; all are clipped to -4..4. In the spirit of Montero-Manso, Athanasopoulos, Hyndman and
 * Talagala (2020), FFORMA, Int. J. Forecasting 36, section 3.2.
 */
public final class SeriesFeatures {
    private static final double LIMIT = 4;
    private static final int SHORT_SEASON = 7;
    private static final int RECENT = 6;
    private static final double SMALL = 1e-9;
    private static final List<String> MEASURED = List.of("ces", "arima", "autoregression", "damped-trend");

    private final double[] y;
    private final double[] x;
    private final double[] d;
    private final int m;
    private final int horizon;
    private final boolean seasonal;
    private final double size;
    private final double c;
    private final double s;
    private final double u;

    private SeriesFeatures(TimeSeries complete, SeasonalAdjustment adjustment, int horizon) {
        y = complete.toArray();
        m = complete.season();
        this.horizon = horizon;
        seasonal = adjustment.isSeasonal();
        x = adjustment.adjusted();
        d = changes(x);
        size = Math.max(meanSize(y, 0), Double.MIN_NORMAL);
        c = (x[x.length - 1] - x[0]) / d.length;
        s = Math.max(deviation(d), SMALL * size);
        u = Math.max(meanSize(d, 0), SMALL * size);
    }

    /**
     * The features of a complete series of at least four values.
     *
     * @param found what the methods forecast, with intervals of one level
     */
    public static double[] of(
            TimeSeries complete, SeasonalAdjustment adjustment, int horizon, Map<String, Forecasts> found) {
        SeriesFeatures features = new SeriesFeatures(complete, adjustment, horizon);
        return Stream.of(
                        features.lengths(),
                        features.seasons(),
                        features.trend(),
                        features.lastChanges(),
                        features.line(),
                        features.widths(found),
                        new double[] {features.disagreement(found)})
                .flatMapToDouble(Arrays::stream)
                .map(value -> Double.isNaN(value) ? 0 : Math.max(-LIMIT, Math.min(LIMIT, value)))
                .toArray();
    }

    private double[] lengths() {
        int n = x.length;
        return new double[] {1, Math.log(n) - 4, Math.log((double) horizon / n) + 2, Math.log(horizon) - 2};
    }

    private double[] seasons() {
        double[] steps = changes(y);
        return new double[] {
            m > 1 && m <= SHORT_SEASON ? 1 : 0,
            m > SHORT_SEASON ? 1 : 0,
            seasonal ? 1 : 0,
            Math.log(Math.max(meanSize(steps, 0), SMALL * size) / u),
            m > 1 && steps.length > m ? 2 * Autocorrelation.at(steps, m) : 0
        };
    }

    private double[] trend() {
        int n = x.length;
        double trend = c / s * Math.sqrt(n) / 3;
        int recent = Math.min(n - 1, Math.max(3, horizon));
        return new double[] {
            Autocorrelation.at(d, 1),
            Autocorrelation.at(d, 2),
            Autocorrelation.at(d, 3),
            trend,
            Math.abs(trend),
            2 * c / u,
            ((x[n - 1] - x[n - 1 - recent]) / recent - c) / s
        };
    }

    private double[] lastChanges() {
        int k = d.length;
        double largest = 0;
        for (double change : d) {
            largest = Math.max(largest, Math.abs(change));
        }
        return new double[] {
            d[k - 1] / s,
            d[k - 2] / u / 2,
            d[k - 3] / u / 2,
            rising(0),
            rising(Math.max(0, k - RECENT)),
            Math.log(Math.max(largest / u, SMALL)) - 1,
            Math.log(meanSize(d, Math.max(0, k - RECENT)) / u + 0.05),
            Math.log(s / size) + 3,
            Math.log(Math.max(2 * deviation(x) * deviation(x) / (s * s), SMALL)) / 3
        };
    }

    private double[] line() {
        int n = x.length;
        double centre = (n - 1) / 2.0;
        double mean = Arrays.stream(x).average().orElseThrow();
        double slope = 0;
        double squares = 0;
        double bend = 0;
        double bendSquares = 0;
        double meanSquare = (n * (double) n - 1) / 12;
        for (int t = 0; t < n; t++) {
            slope += (t - centre) * (x[t] - mean) / meanSquare / n;
        }
        double[] e = new double[n];
        for (int t = 0; t < n; t++) {
            e[t] = x[t] - mean - slope * (t - centre);
            double curve = (t - centre) * (t - centre) - meanSquare;
            bend += curve * e[t];
            bendSquares += curve * curve;
            squares += (x[t] - mean) * (x[t] - mean);
        }
        double rest = deviation(e);
        double lowest = Arrays.stream(y).min().orElseThrow();
        return new double[] {
            Autocorrelation.at(e, 1),
            squares > 0 ? 1 - rest * rest * (n - 1) / squares : 0,
            bend / bendSquares * n * n / u / 8,
            e[n - 1] / u / 2,
            e[n - 1] / Math.max(rest, SMALL * size),
            Math.log(Math.max(lowest / size, 1e-3)),
            Math.log(Math.max(x[n - 1] / size, 1e-2) / Math.max(Math.abs(mean) / size, 1e-2))
        };
    }

    private double[] widths(Map<String, Forecasts> found) {
        double[] widths = new double[2 * MEASURED.size()];
        for (int i = 0; i < MEASURED.size(); i++) {
            Forecasts member = found.get(MEASURED.get(i));
            if (member != null) {
                double level = member.levels().fraction(0);
                double first = Math.max(member.interval(1, level).width() / 2, SMALL * size);
                double last = Math.max(member.interval(horizon, level).width() / 2, SMALL * size);
                widths[2 * i] = Math.log(first / u) - 1;
                widths[2 * i + 1] = Math.log(last / first) - 1;
            }
        }
        return widths;
    }

    private double disagreement(Map<String, Forecasts> found) {
        double sum = 0;
        for (int h = 1; h <= horizon; h++) {
            int step = h;
            sum += Math.sqrt((found.size() - 1.0) / found.size())
                    * deviation(found.values().stream()
                            .mapToDouble(member -> member.mean(step))
                            .toArray());
        }
        return Math.log(sum / horizon / (u * Math.sqrt(horizon)) + 0.01) + 1;
    }

    /** The share of changes above 0 from one on, on a scale from -1 to 1. */
    private double rising(int from) {
        int count = 0;
        for (int t = from; t < d.length; t++) {
            count += d[t] > 0 ? 1 : 0;
        }
        return 2.0 * count / (d.length - from) - 1;
    }

    private static double[] changes(double[] values) {
        double[] changes = new double[values.length - 1];
        for (int t = 0; t < changes.length; t++) {
            changes[t] = values[t + 1] - values[t];
        }
        return changes;
    }

    private static double meanSize(double[] values, int from) {
        double sum = 0;
        for (int t = from; t < values.length; t++) {
            sum += Math.abs(values[t]);
        }
        return sum / (values.length - from);
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
