package org.kvartal.jobs.analyze;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** The pairs, as the own offer those of which most prices that both have are copied. */
    List<Proposal> applied(List<Proposal> pairs) {
        Map<String, List<Proposal>> ofSellers = new HashMap<>();
        for (Proposal pair : pairs) {
            if (pair.status() == Proposal.Status.ACCEPTED || pair.status() == Proposal.Status.REVIEW) {
                ofSellers
                        .computeIfAbsent(pair.other().seller(), none -> new ArrayList<>())
                        .add(pair);
            }
        }
        Set<Proposal> copies = new HashSet<>();
        ofSellers.values().forEach(ofSeller -> copies.addAll(copies(ofSeller)));
        return pairs.stream()
                .map(pair -> copies.contains(pair) ? pair.as(Proposal.Status.SELF) : pair)
                .toList();
    }

    private List<Proposal> copies(List<Proposal> ofSeller) {
        List<List<SelfPrices.Origin>> origins =
                SelfPrices.ofSeller(ofSeller.stream().map(this::periods).toList());
        List<Proposal> copies = new ArrayList<>();
        for (int i = 0; i < origins.size(); i++) {
            long copied = origins.get(i).stream()
                    .filter(SelfPrices.Origin.COPIED::equals)
                    .count();
            if (2 * copied > origins.get(i).size()) {
                copies.add(ofSeller.get(i));
            }
        }
        return copies;
    }

    private List<SelfPrices.Both> periods(Proposal pair) {
        Map<String, Double> theirs = others.getOrDefault(pair.other().id(), Map.of());
        return own.getOrDefault(pair.own().id(), Map.of()).entrySet().stream()
                .filter(mine -> theirs.containsKey(mine.getKey()))
                .map(mine -> new SelfPrices.Both(mine.getValue(), theirs.get(mine.getKey())))
                .toList();
    }
}
