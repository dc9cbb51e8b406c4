package org.kvartal.forecast.match;

/**
 * What a person says of a pair.
 *
 * @param own id in the own list
 * @param other id in the other list
 * @param verdict what it is
 */
public record Judgement(String own, String other, Verdict verdict) {
    /** Whether two products are to be compared with each other. */
    public enum Verdict {
        MATCH,
        NO_MATCH
    }

    boolean isMatch() {
        return verdict == Verdict.MATCH;
    }
}
