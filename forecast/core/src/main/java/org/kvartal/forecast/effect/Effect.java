package org.kvartal.forecast.effect;

import org.kvartal.forecast.effect.inference.Interval;
import org.kvartal.forecast.effect.inference.Sampling;

/**
 * An estimated effect. Where no error can be told, standard error and interval are not numbers, and the note says why.
 *
 * @param estimate in the unit of the outcome
 * @param interval of 95 %, of this effect alone
 * @param observations treated ones that it rests on
 * @param note what to know about it; mostly empty
 */
public record Effect(
        EffectKey key, double estimate, double standardError, Interval interval, long observations, String note) {
    private static final Interval NONE = new Interval(Double.NaN, Double.NaN);

    static Effect of(EffectKey key, double estimate, Sampling sampling, long observations) {
        boolean hasError = sampling.standardError() > 0;
        return new Effect(
                key,
                estimate,
                hasError ? sampling.standardError() : Double.NaN,
                hasError ? sampling.interval(estimate) : NONE,
                observations,
                hasError ? "" : "nothing varies, so no error can be told");
    }

    /** The same with one more remark. */
    public Effect noting(String remark) {
        if (remark.isEmpty()) {
            return this;
        }
        return new Effect(
                key, estimate, standardError, interval, observations, note.isEmpty() ? remark : note + "; " + remark);
    }

    /** The same without an error. */
    Effect withoutError(String reason) {
        return new Effect(key, estimate, Double.NaN, NONE, observations, reason);
    }
}
