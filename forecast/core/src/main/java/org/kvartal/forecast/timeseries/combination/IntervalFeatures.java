package org.kvartal.forecast.timeseries.combination;

import org.kvartal.forecast.timeseries.Forecasts;

/**
 * What tells how much wider or narrower an interval should be than the methods say, in numbers that do not change when
 * all values are multiplied by the same number.
 *
 * <pre>
 *   u the distance from the mean to the methods' own 95 % end on this side, u' on the other; x the n values without season
 *   d[t] = x[t] - x[t-1], c their mean, s their standard deviation, a their mean size; h the step
 *   one             1
 *   step            ln h
 *   step, length    ln h (ln n - 4)
 *   length          ln n - 4, and its square
 *   seasonal        1 if the methods found a season
 *   disagreement    ln (standard deviation of the methods' means / u) + 1.5, and its square
 *   wandering       ln (2 w / u), and its square;  w = root mean square of x[t] - x[t-k] - k c, sqrt(h / k),  k = min(h, n / 3)
 *   changes         ln (2 a sqrt(h) / u)
 *   level           ln (|mean| / u) / 3, and its square
 *   other side      ln (u' / u)
 *   last changes    ln (mean size of the last 5 changes / a)
 *   range           ln ((max x - min x) / u)
 *   distance        |mean - mean of x| / standard deviation of x
 *   trend           c / s sqrt(n) / 3, its sign towards this side;  and its size
 * </pre>
 *
 * All are clipped. None depends on the horizon asked for.
 */
public final class IntervalFeatures {
    /** The number of features. */
    public static final int COUNT = 19;

    private static final int LAST_CHANGES = 5;

    private final UnitForecast forecast;
    private final double[] means;
    private final double[] lower;
    private final double[] upper;
    private final double[] x;
    private final double drift;
    private final double meanChange;
    private final double lastChange;
    private final double trend;
    private final double mean;
    private final double deviation;
    private final double range;

    /** The side of the mean an interval end lies on. */
    public enum Side {
        BELOW,
        ABOVE
    }

    private IntervalFeatures(UnitForecast forecast) {
        this.forecast = forecast;
        Forecasts unit = forecast.unit();
        means = unit.means();
        lower = unit.lower(unit.levels().fraction(0));
        upper = unit.upper(unit.levels().fraction(0));
        x = forecast.adjusted();
        int n = x.length;
        drift = (x[n - 1] - x[0]) / (n - 1);
        meanChange = meanChange(x, n - 1);
        lastChange = meanChange(x, Math.min(LAST_CHANGES, n - 1));
        double size = 0;
        double sum = 0;
        double squaredChanges = 0;
        double lowest = x[0];
        double highest = x[0];
        for (int t = 0; t < n; t++) {
            size += Math.abs(x[t]);
            sum += x[t];
            lowest = Math.min(lowest, x[t]);
            highest = Math.max(highest, x[t]);
            double change = t == 0 ? drift : x[t] - x[t - 1];
            squaredChanges += (change - drift) * (change - drift);
        }
        double changeDeviation = Math.sqrt(squaredChanges / Math.max(1, n - 2));
        trend = clip(drift / Math.max(changeDeviation, 1e-9 * size + Double.MIN_NORMAL) * Math.sqrt(n) / 3, -3, 3);
        mean = sum / n;
        double squares = 0;
        for (double value : x) {
            squares += (value - mean) * (value - mean);
        }
        deviation = Math.sqrt(squares / n);
        range = highest - lowest;
    }

    /** The features of the intervals of a forecast. */
    public static IntervalFeatures of(UnitForecast forecast) {
        return new IntervalFeatures(forecast);
    }

    private static double meanChange(double[] x, int count) {
        double sum = 0;
        for (int t = x.length - count; t < x.length; t++) {
            sum += Math.abs(x[t] - x[t - 1]);
        }
        return sum / count;
    }

    /** The methods' own distance from the mean to the end of the interval, never 0 unless the mean is. */
    public double unit(int step, Side side) {
        double at = means[step - 1];
        double distance = side == Side.BELOW ? at - lower[step - 1] : upper[step - 1] - at;
        return Math.max(distance, 1e-9 * Math.abs(at) + Double.MIN_NORMAL);
    }

    /** The features of one end of the interval of a step ahead. */
    public double[] at(int step, Side side) {
        double u = unit(step, side);
        double other = unit(step, side == Side.BELOW ? Side.ABOVE : Side.BELOW);
        double at = means[step - 1];
        double logStep = Math.log(step);
        double length = Math.log(x.length) - 4;
        double disagreement = ratio(forecast.disagreement(step), u, -4, 2) + 1.5;
        double wandering = ratio(2 * wandering(step), u, -3, 3);
        double level = ratio(Math.abs(at), u, -2, 6) / 3;
        return new double[] {
            1,
            logStep,
            logStep * length,
            length,
            length * length,
            forecast.season() > 1 ? 1 : 0,
            disagreement,
            disagreement * disagreement,
            wandering,
            wandering * wandering,
            ratio(2 * meanChange * Math.sqrt(step), u, -3, 3),
            level,
            level * level,
            ratio(other, u, -1, 1),
            ratio(lastChange, meanChange, -2, 2),
            ratio(range, u, -3, 3),
            deviation > 0 ? Math.min(3, Math.abs(at - mean) / deviation) : 0,
            side == Side.BELOW ? -trend : trend,
            Math.abs(trend)
        };
    }

    private double wandering(int step) {
        int n = x.length;
        int k = Math.max(1, Math.min(step, n / 3));
        double squares = 0;
        for (int t = k; t < n; t++) {
            double change = x[t] - x[t - k] - k * drift;
            squares += change * change;
        }
        return Math.sqrt(squares / (n - k) * step / k);
    }

    private static double ratio(double numerator, double denominator, double lowest, double highest) {
        return clip(
                Math.log(Math.max(numerator, Double.MIN_NORMAL) / Math.max(denominator, Double.MIN_NORMAL)),
                lowest,
                highest);
    }

    private static double clip(double value, double lowest, double highest) {
        return Math.max(lowest, Math.min(highest, value));
    }
}
