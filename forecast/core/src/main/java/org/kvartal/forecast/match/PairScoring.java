package org.kvartal.forecast.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Gives candidate pairs their probabilities: learned from judged pairs where there are enough, else from agreement alone. */
final class PairScoring {
    /** Of matches and of others, each. */
    private static final int FEWEST_JUDGED = 20;

    private static final int FOLDS = 5;
    private static final double STEP = 5;
    private static final double LIKELY_PARTNERS = 0.5;
    private static final double HELD_PAIRS = 5;
    private static final double SURE = 30;
    private static final int MAX_STEPS = 200;
    private static final double STAYS = 1e-6;

    private final Candidates candidates;
    private final MatchQuestion.Partners partners;
    private final JudgedPairs judged;
    private final int[] levels;

    PairScoring(Candidates candidates, MatchQuestion.Partners partners, JudgedPairs judged) {
        this.candidates = candidates;
        this.partners = partners;
        this.judged = judged;
        levels = candidates.agreements().stream().mapToInt(Agreement::levels).toArray();
    }

    boolean isLearned() {
        return judged.rightFound() >= FEWEST_JUDGED && judged.size() - judged.rightFound() >= FEWEST_JUDGED;
    }

    /** Probabilities of all pairs. */
    double[] ofAll() {
        return probabilities(isLearned() ? learned(place -> true) : unlearned());
    }

    /** Probabilities of the judged pairs, each by a score that has seen no judged pair of its product. */
    double[] ofJudged() {
        double[][] ofFolds = new double[FOLDS][];
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            ofFolds[fold] = isLearned()
                    ? probabilities(learned(place -> fold(place) != left))
                    : fold == 0 ? ofAll() : ofFolds[0];
        }
        double[] probabilities = new double[judged.size()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = ofFolds[fold(judged.place(i))][judged.place(i)];
        }
        return probabilities;
    }

    private int fold(int place) {
        return candidates.pairs().get(place).other() % FOLDS;
    }

    private double[] probabilities(PairScore score) {
        double[] logOdds = logOdds(score);
        return partners == MatchQuestion.Partners.ONE
                ? Exclusion.among(candidates, logOdds)
                : Arrays.stream(logOdds).map(each -> 1 / (1 + Math.exp(-each))).toArray();
    }

    private PairScore learned(IntPredicate isSeen) {
        List<int[]> seen = new ArrayList<>();
        List<Integer> matches = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            if (isSeen.test(judged.place(i))) {
                seen.add(candidates.pairs().get(judged.place(i)).levels());
                matches.add(judged.verdict(i));
            }
        }
        return LabelledScore.fit(
                levels, seen, matches.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * Without judged pairs the classes that part best would be families of products, not products: so a product has one
     * partner at most while m and u are estimated, and what the partner has before its rivals counts.
     */
    private PairScore unlearned() {
        List<int[]> all = candidates.pairs().stream().map(CandidatePair::levels).toList();
        double[] counts = new double[all.size()];
        Arrays.fill(counts, 1);
        double likely = Math.min(candidates.ownCount(), candidates.otherCount()) * LIKELY_PARTNERS / all.size();
        FellegiSunter start =
                new FellegiSunter(start(STEP), start(1 / Math.sqrt(STEP)), Math.min(LIKELY_PARTNERS, likely));
        FellegiSunter fit = start;
        double moved = 1;
        for (int step = 0; step < MAX_STEPS && moved > STAYS; step++) {
            FellegiSunter now = fit;
            fit = start.reestimated(all, counts, Exclusion.among(candidates, logOdds(now)), HELD_PAIRS);
            moved = fit.distance(now);
        }
        return fit;
    }

    private double[] logOdds(PairScore score) {
        return candidates.pairs().stream()
                .mapToDouble(pair -> Math.max(-SURE, Math.min(SURE, score.logOdds(pair.levels()))))
                .toArray();
    }

    /** Each level so many times as likely as the one below. */
    private double[][] start(double step) {
        double[][] start = new double[levels.length][];
        for (int f = 0; f < levels.length; f++) {
            double[] weights = new double[levels[f]];
            for (int l = 0; l < weights.length; l++) {
                weights[l] = Math.pow(step, l);
            }
            double all = Arrays.stream(weights).sum();
            start[f] = Arrays.stream(weights).map(weight -> weight / all).toArray();
        }
        return start;
    }
}
