package org.kvartal.forecast.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Matches the products of another list with the own ones.
 *
 * <p>The nearest own products of each are compared in name, codes, sizes, pack, brand, category, price band and shared
 * attributes. The probability that both are one is learned from judged pairs ({@link LabelledScore}), or without them from
 * how the pairs agree ({@link FellegiSunter}). Pairs are accepted from the lowest threshold that keeps the precision asked
 * for, on judged pairs or by the probabilities themselves, but none that is likelier wrong than right; others that may be
 * right are for a person to look at, whose word then holds. With one partner of each seller, pairs are assigned so that the sum of
 * their log odds is greatest ({@link Assignment}). Pairs of one listing are the own offer.
 */
public final class ProductMatching {
    private static final double LEAST_THRESHOLD = 0.5;
    private static final double WORTH_A_LOOK = 0.1;
    private static final double ALMOST_SURE = 1 - 1e-12;

    private final Candidates candidates;
    private final MatchQuestion question;
    private final double[] probabilities;
    private final double threshold;
    private final Optional<MatchAccuracy> accuracy;
    private final Map<Integer, Proposal.Status> decided = new HashMap<>();

    private ProductMatching(List<MatchItem> own, List<MatchItem> others, MatchQuestion question) {
        this.question = question;
        candidates = new Candidates(own, others, question.decisions());
        JudgedPairs judged = new JudgedPairs(candidates, question.labels());
        PairScoring scoring = new PairScoring(candidates, question.partners(), judged);
        probabilities = candidates.pairs().isEmpty() ? new double[0] : scoring.ofAll();
        if (judged.right() > 0 && !candidates.pairs().isEmpty()) {
            double[] unseen = scoring.ofJudged();
            threshold = scoring.isLearned()
                    ? Math.max(LEAST_THRESHOLD, judged.threshold(unseen, question.precision()))
                    : thresholdByItself();
            accuracy = Optional.of(judged.accuracy(unseen, threshold));
        } else {
            threshold = thresholdByItself();
            accuracy = Optional.empty();
        }
        decide();
    }

    public static MatchResult of(List<MatchItem> own, List<MatchItem> others, MatchQuestion question) {
        return new ProductMatching(own, others, question).result();
    }

    /** The lowest probability from which accepted pairs are right on average as often as is asked for. */
    private double thresholdByItself() {
        double[] sorted = Arrays.stream(probabilities).sorted().toArray();
        double sum = 0;
        double lowest = 1;
        for (int i = sorted.length - 1; i >= 0 && sorted[i] >= LEAST_THRESHOLD; i--) {
            sum += sorted[i];
            boolean isLastOfTies = i == 0 || sorted[i - 1] < sorted[i];
            lowest = isLastOfTies && sum >= question.precision() * (sorted.length - i) ? sorted[i] : lowest;
        }
        return lowest;
    }

    private void decide() {
        Map<List<String>, Judgement> decisions = question.decisions().stream()
                .collect(Collectors.toMap(
                        one -> List.of(one.own(), one.other()), one -> one, (first, second) -> second));
        Set<Integer> takenOwn = new HashSet<>();
        Set<Integer> takenOthers = new HashSet<>();
        for (int i = 0; i < probabilities.length; i++) {
            CandidatePair pair = candidates.pairs().get(i);
            MatchItem own = candidates.own(pair).item();
            MatchItem other = candidates.other(pair).item();
            Judgement decision = decisions.get(List.of(own.id(), other.id()));
            if (!own.listing().isEmpty() && own.listing().equals(other.listing())) {
                decided.put(i, Proposal.Status.SELF);
            } else if (decision != null) {
                decided.put(i, decision.isMatch() ? Proposal.Status.CONFIRMED : Proposal.Status.REFUSED);
            }
            if (decided.containsKey(i) && decided.get(i) != Proposal.Status.REFUSED) {
                takenOwn.add(candidates.slot(pair));
                takenOthers.add(pair.other());
            }
        }
        if (question.partners() == MatchQuestion.Partners.ONE) {
            assign(takenOwn, takenOthers);
        }
    }

    /** What is not assigned is rejected: a better pair has taken one of the two. */
    private void assign(Set<Integer> takenOwn, Set<Integer> takenOthers) {
        List<Assignment.Edge> edges = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            CandidatePair pair = candidates.pairs().get(i);
            boolean isFree = !decided.containsKey(i)
                    && !takenOwn.contains(candidates.slot(pair))
                    && !takenOthers.contains(pair.other());
            if (isFree && probabilities[i] >= WORTH_A_LOOK) {
                edges.add(new Assignment.Edge(pair.other(), candidates.slot(pair), gain(probabilities[i])));
            }
        }
        int[] places = Assignment.best(candidates.otherCount(), candidates.slotCount(), edges);
        for (int i = 0; i < probabilities.length; i++) {
            CandidatePair pair = candidates.pairs().get(i);
            boolean isTaken = takenOwn.contains(candidates.slot(pair)) || takenOthers.contains(pair.other());
            if (isTaken || places[pair.other()] != candidates.slot(pair)) {
                decided.putIfAbsent(i, Proposal.Status.REJECTED);
            }
        }
    }

    /** How much surer than the least that is worth a look; a little for the least. */
    private static double gain(double probability) {
        double sure = Math.min(ALMOST_SURE, probability);
        return Math.log(sure / (1 - sure)) - Math.log(WORTH_A_LOOK / (1 - WORTH_A_LOOK)) + 1;
    }

    private Proposal.Status status(int place) {
        Proposal.Status byProbability = probabilities[place] >= threshold
                ? Proposal.Status.ACCEPTED
                : probabilities[place] >= WORTH_A_LOOK ? Proposal.Status.REVIEW : Proposal.Status.REJECTED;
        return decided.getOrDefault(place, byProbability);
    }

    private MatchResult result() {
        Map<Integer, List<Integer>> ofOthers = new HashMap<>();
        IntStream.range(0, probabilities.length)
                .forEach(i -> ofOthers.computeIfAbsent(candidates.pairs().get(i).other(), none -> new ArrayList<>())
                        .add(i));
        List<Proposal> proposals = new ArrayList<>();
        for (int other = 0; other < candidates.otherCount(); other++) {
            List<Integer> likeliest = ofOthers.getOrDefault(other, List.of()).stream()
                    .sorted((a, b) -> Double.compare(probabilities[b], probabilities[a]))
                    .toList();
            List<Integer> told = likeliest.stream()
                    .filter(i -> status(i) != Proposal.Status.REJECTED)
                    .toList();
            (told.isEmpty() ? likeliest.stream().limit(1) : told.stream()).forEach(i -> proposals.add(proposal(i)));
        }
        double expected = proposals.stream()
                .filter(pair -> pair.status() == Proposal.Status.ACCEPTED)
                .mapToDouble(Proposal::probability)
                .average()
                .orElse(Double.NaN);
        return new MatchResult(proposals, threshold, expected, accuracy);
    }

    private Proposal proposal(int place) {
        CandidatePair pair = candidates.pairs().get(place);
        List<String> agree = new ArrayList<>();
        List<String> differ = new ArrayList<>();
        List<Agreement> fields = candidates.agreements();
        for (int f = 0; f < fields.size(); f++) {
            if (pair.levels()[f] == fields.get(f).levels() - 1) {
                agree.add(fields.get(f).name());
            } else if (pair.levels()[f] == 0) {
                differ.add(fields.get(f).name());
            }
        }
        Product own = candidates.own(pair);
        Product other = candidates.other(pair);
        return new Proposal(
                own.item(),
                other.item(),
                probabilities[place],
                status(place),
                kind(differ),
                agree,
                differ,
                UnitPrice.of(own, other));
    }

    private static Proposal.Kind kind(List<String> differ) {
        if (differ.contains("size") || differ.contains("pack")) {
            return Proposal.Kind.SUBSTITUTE;
        }
        return differ.contains("brand") || differ.contains("code") ? Proposal.Kind.EQUIVALENT : Proposal.Kind.EXACT;
    }
}
