package org.kvartal.forecast.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The candidate pairs that people have judged. Where only matches are listed, every other candidate of their products is
 * taken for none.
 */
final class JudgedPairs {
    private final List<Integer> places = new ArrayList<>();
    private final List<Integer> verdicts = new ArrayList<>();
    private final long right;

    JudgedPairs(Candidates candidates, List<Judgement> labels) {
        Map<List<String>, Judgement> byPair = new HashMap<>();
        Set<String> listed = new HashSet<>();
        for (Judgement label : labels) {
            byPair.put(List.of(label.own(), label.other()), label);
            listed.add(label.other());
        }
        right = byPair.values().stream().filter(Judgement::isMatch).count();
        boolean isComplete = right == byPair.size();
        for (int place = 0; place < candidates.pairs().size(); place++) {
            CandidatePair pair = candidates.pairs().get(place);
            String other = candidates.other(pair).item().id();
            Judgement label = byPair.get(List.of(candidates.own(pair).item().id(), other));
            if (label != null || isComplete && listed.contains(other)) {
                places.add(place);
                verdicts.add(label != null && label.isMatch() ? 1 : 0);
            }
        }
    }

    int size() {
        return places.size();
    }

    /** Place of a judged pair among the candidates. */
    int place(int judged) {
        return places.get(judged);
    }

    /** 1 for one product, 0 for two. */
    int verdict(int judged) {
        return verdicts.get(judged);
    }

    /** Pairs judged to be one product, also those that the search did not bring together. */
    long right() {
        return right;
    }

    long rightFound() {
        return verdicts.stream().filter(verdict -> verdict == 1).count();
    }

    /** How the judged pairs with at least this probability do. */
    MatchAccuracy accuracy(double[] probabilities, double threshold) {
        int[] accepted = IntStream.range(0, size())
                .filter(judged -> probabilities[judged] >= threshold)
                .toArray();
        long rightAccepted =
                IntStream.of(accepted).filter(judged -> verdict(judged) == 1).count();
        return new MatchAccuracy(right, accepted.length, rightAccepted);
    }

    /** The lowest probability from which enough of the judged pairs are right; 1 when there is none. */
    double threshold(double[] probabilities, double precision) {
        List<Integer> likeliest = IntStream.range(0, size())
                .boxed()
                .sorted((a, b) -> Double.compare(probabilities[b], probabilities[a]))
                .toList();
        double threshold = 1;
        int hits = 0;
        for (int i = 0; i < likeliest.size(); i++) {
            hits += verdict(likeliest.get(i));
            boolean isLastOfTies =
                    i + 1 == likeliest.size() || probabilities[likeliest.get(i + 1)] < probabilities[likeliest.get(i)];
            if (isLastOfTies && hits >= precision * (i + 1)) {
                threshold = probabilities[likeliest.get(i)];
            }
        }
        return threshold;
    }
}
