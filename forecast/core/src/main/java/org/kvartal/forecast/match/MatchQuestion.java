package org.kvartal.forecast.match;

import java.util.List;

/**
 * How two lists are to be matched.
 *
 * @param labels judged pairs to learn from, drawn without regard to how alike they are; empty when there are none
 * @param decisions judged pairs that hold, whatever the method says
 * @param partners how many a product may have
 * @param precision share of accepted pairs that are to be right, as 0.95
 */
public record MatchQuestion(List<Judgement> labels, List<Judgement> decisions, Partners partners, double precision) {
    /** How many products of a seller a product may stand against, and how many own ones theirs. */
    public enum Partners {
        MANY,
        ONE
    }

    public MatchQuestion {
        labels = List.copyOf(labels);
        decisions = List.copyOf(decisions);
        if (!(precision > 0 && precision < 1)) {
            throw new IllegalArgumentException("Invalid precision " + precision + ": it must be between 0 and 1");
        }
    }
}
