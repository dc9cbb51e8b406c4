package org.kvartal.forecast.pipeline;

import org.kvartal.forecast.regression.EffectGroup;
import org.kvartal.forecast.regression.RateModel;

/**
 * A good or a bad quarter moves all deals together: a random factor on hazards of winning.
 *
 * @param standardDeviation of the logarithm of the factor, given what the quarter has shown so far
 * @param quarters past quarters it rests on
 */
public record Shock(double standardDeviation, int quarters) {
    private static final double MIN_VARIANCE = 0.01;
    private static final double MAX_VARIANCE = 0.25;

    /** The shock of the quarter to which a day belongs, as seen on the as-of day. */
    static Shock of(RateModel winning, Terms terms, Calendar calendar, int asOf, int until) {
        int group = terms.names().indexOf(Terms.QUARTER);
        EffectGroup quarters = terms.groups().get(group);
        int now = calendar.quarter(asOf);
        double error = calendar.quarter(until) == now ? winning.standardError(quarters.from() + now) : 0;
        double ofAnother = Math.min(MAX_VARIANCE, Math.max(MIN_VARIANCE, winning.effectVariance(group)))
                * (1 + 1.0 / Math.max(1, now));
        return new Shock(Math.sqrt(error > 0 ? Math.max(MIN_VARIANCE, error * error) : ofAnother), now);
    }
}
