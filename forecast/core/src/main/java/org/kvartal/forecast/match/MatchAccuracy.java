package org.kvartal.forecast.match;

import org.kvartal.forecast.survey.Share;

/**
 * How often accepted pairs are right and right pairs accepted, of judged pairs that the score had not seen.
 * <pre>
 *   precision = right and accepted / accepted      recall = right and accepted / right
 * </pre>
 * Right pairs that the search did not bring together count as not accepted.
 *
 * @param right judged to be one product
 * @param accepted at or above the threshold
 * @param rightAccepted both
 */
public record MatchAccuracy(long right, long accepted, long rightAccepted) {
    /** Of accepted pairs; of none when none is accepted. */
    public Share precision() {
        return new Share(rightAccepted, Math.max(1, accepted));
    }

    public Share recall() {
        return new Share(rightAccepted, Math.max(1, right));
    }
}
