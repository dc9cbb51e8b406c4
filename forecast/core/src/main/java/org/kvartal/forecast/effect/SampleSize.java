package org.kvartal.forecast.effect;

import org.kvartal.forecast.effect.inference.Interval;

/**
 * How many cases are enough to see a change.
 * <pre>
 *   found   = 2.8 h / 1.96                            least change found with 80 % at 5 %
 *   needed  = N (found / delta)^2                     from an interval of half width h that rests on N cases
 *   needed  = 16 v (2.8 / delta)^2                    without one: four equal cells, before and after, treated and not
 * </pre>
 * delta is the change to be seen and v the variance of single outcomes, both in the unit of the outcome. 2.8 is the sum of
 * the quantiles 0.975 and 0.8 of the normal distribution. Source: Bloom (1995), Minimum detectable effects, Evaluation
 * Review 19.
 */
public final class SampleSize {
    private static final double QUANTILES = 2.801585;
    private static final double NORMAL = 1.959964;
    private static final double CELLS = 16;

    private SampleSize() {}

    /** The least change that cases like these find, in the unit of the outcome. */
    public static double found(Interval interval) {
        return QUANTILES * (interval.high() - interval.low()) / 2 / NORMAL;
    }

    /**
     * From what an estimate was worth.
     *
     * @param cases that it rests on
     */
    public static long needed(Interval interval, long cases, double delta) {
        return (long) Math.ceil(cases * square(found(interval) / delta));
    }

    /** Where nothing could be estimated. */
    public static long needed(double variance, double delta) {
        return (long) Math.ceil(CELLS * variance * square(QUANTILES / delta));
    }

    private static double square(double value) {
        return value * value;
    }
}
