package org.kvartal.forecast.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The pairs of two lists that are worth comparing, compared. */
final class Candidates {
    private static final int NEAREST = 10;

    private final List<Product> own;
    private final List<Product> others;
    private final List<Agreement> fields;
    private final List<CandidatePair> pairs = new ArrayList<>();
    private final Map<String, Integer> ownPlaces = new HashMap<>();
    private final Map<String, Integer> otherPlaces = new HashMap<>();
    private final Map<String, Integer> sellers = new HashMap<>();

    /** @param judged pairs that are compared even if they are not near */
    Candidates(List<MatchItem> own, List<MatchItem> others, Collection<Judgement> judged) {
        this.own = Product.of(own);
        this.others = Product.of(others);
        this.fields = fields();
        own.forEach(item -> ownPlaces.putIfAbsent(item.id(), ownPlaces.size()));
        others.forEach(item -> otherPlaces.putIfAbsent(item.id(), otherPlaces.size()));
        others.forEach(item -> sellers.putIfAbsent(item.seller(), sellers.size()));
        Map<Integer, Set<Integer>> asked = new HashMap<>();
        for (Judgement one : judged) {
            Integer mine = ownPlaces.get(one.own());
            Integer its = otherPlaces.get(one.other());
            if (mine != null && its != null) {
                asked.computeIfAbsent(its, none -> new TreeSet<>()).add(mine);
            }
        }
        CandidateSearch search = new CandidateSearch(this.own);
        for (int other = 0; other < others.size(); other++) {
            Set<Integer> near = new TreeSet<>(asked.getOrDefault(other, Set.of()));
            for (int place : search.nearest(this.others.get(other), NEAREST)) {
                near.add(place);
            }
            for (int place : near) {
                pairs.add(new CandidatePair(place, other, levels(place, other)));
            }
        }
    }

    private List<Agreement> fields() {
        Set<String> shared = new TreeSet<>();
        own.forEach(product -> shared.addAll(product.item().attributes().keySet()));
        Set<String> theirs = new TreeSet<>();
        others.forEach(product -> theirs.addAll(product.item().attributes().keySet()));
        shared.retainAll(theirs);
        WordLikeness likeness = new WordLikeness(new WordWeights(own, others));
        return Stream.of(
                        Stream.of(Agreement.ofNames(likeness)),
                        Agreement.usual().stream(),
                        shared.stream().map(Agreement::ofAttribute))
                .flatMap(each -> each)
                .toList();
    }

    private int[] levels(int mine, int its) {
        return fields.stream()
                .mapToInt(field -> field.level().applyAsInt(own.get(mine), others.get(its)))
                .toArray();
    }

    List<Agreement> agreements() {
        return fields;
    }

    List<CandidatePair> pairs() {
        return pairs;
    }

    Product own(CandidatePair pair) {
        return own.get(pair.own());
    }

    Product other(CandidatePair pair) {
        return others.get(pair.other());
    }

    /** The place of an own product with a seller: one partner stands there. */
    int slot(CandidatePair pair) {
        return pair.own() * sellers.size() + sellers.get(other(pair).item().seller());
    }

    int slotCount() {
        return own.size() * sellers.size();
    }

    int ownCount() {
        return own.size();
    }

    int otherCount() {
        return others.size();
    }
}
