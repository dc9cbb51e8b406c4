package org.kvartal.forecast.effect;

import org.kvartal.forecast.effect.inference.Interval;

/**
 * What a reader must know of an effect before believing it. What a check does not have is not a number.
 *
 * @param name what was checked
 * @param of which part it is of; mostly empty
 * @param interval of 95 % of the value
 * @param p probability of a result like this by chance
 * @param n what the value rests on
 * @param note the rest of the sentence
 */
public record EffectCheck(String name, String of, double value, Interval interval, double p, long n, String note) {
    private static final Interval NONE = new Interval(Double.NaN, Double.NaN);

    static EffectCheck value(String name, double value, long n, String note) {
        return new EffectCheck(name, "", value, NONE, Double.NaN, n, note);
    }

    static EffectCheck test(String name, double statistic, double p, long n, String note) {
        return new EffectCheck(name, "", statistic, NONE, p, n, note);
    }

    /** The same of a part. */
    EffectCheck of(String part) {
        return new EffectCheck(name, part, value, interval, p, n, note);
    }

    /** The same with an interval. */
    EffectCheck within(Interval range) {
        return new EffectCheck(name, of, value, range, p, n, note);
    }
}
