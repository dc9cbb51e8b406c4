package org.kvartal.forecast.match;

import java.util.List;
import java.util.Optional;

/**
 * Two lists matched.
 *
 * @param proposals accepted and decided pairs, those to review, and the likeliest of every product left without, in the
 *     order of the other list, the likelier first
 * @param threshold probability from which pairs are accepted
 * @param expectedPrecision mean probability of accepted pairs, by the method itself
 * @param accuracy on judged pairs; empty without any
 */
public record MatchResult(
        List<Proposal> proposals, double threshold, double expectedPrecision, Optional<MatchAccuracy> accuracy) {
    public MatchResult {
        proposals = List.copyOf(proposals);
    }

    public long count(Proposal.Status status) {
        return proposals.stream().filter(pair -> pair.status() == status).count();
    }
}
