package org.kvartal.jobs.analyze;

import java.util.List;
import java.util.Map;
import org.kvartal.forecast.match.Proposal;
import org.kvartal.forecast.match.SelfPrices;

/**
 * Finds pairs whose prices in the past are one and the same.
 *
 * @param own by product and period
 * @param others by product and period
 */
record CopiedPrices(Map<String, Map<String, Double>> own, Map<String, Map<String, Double>> others) {
    static final CopiedPrices UNKNOWN = new CopiedPrices(Map.of(), Map.of());

    /** The pair, as the own offer when most prices that both have are copied. */
    Proposal applied(Proposal pair) {
        if (pair.status() != Proposal.Status.ACCEPTED && pair.status() != Proposal.Status.REVIEW) {
            return pair;
        }
        Map<String, Double> theirs = others.getOrDefault(pair.other().id(), Map.of());
        List<SelfPrices.Both> periods = own.getOrDefault(pair.own().id(), Map.of()).entrySet().stream()
                .filter(mine -> theirs.containsKey(mine.getKey()))
                .map(mine -> new SelfPrices.Both(mine.getValue(), theirs.get(mine.getKey())))
                .toList();
        long copied = SelfPrices.of(periods).stream()
                .filter(origin -> origin == SelfPrices.Origin.COPIED)
                .count();
        return 2 * copied > periods.size() ? pair.as(Proposal.Status.SELF) : pair;
    }
}
