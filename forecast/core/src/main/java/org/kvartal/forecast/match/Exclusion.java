package org.kvartal.forecast.match;

import java.util.List;

/**
 * Probabilities of pairs when a product has one partner of each seller at most: rivals take from each other.
 * <pre>
 *   P(i, j) = o(i, j) / (1 + max(sum over k of o(i, k), sum over k of o(k, j)))      o: odds of a pair by itself
 * </pre>
 * Two pairs that look alike have at most one half each, however well both agree: neither is accepted unseen.
 */
final class Exclusion {
    private Exclusion() {}

    /**
     * Probabilities in the order of pairs.
     *
     * @param pairs of both lists
     * @param logOdds of each pair by itself
     */
    static double[] among(Candidates candidates, double[] logOdds) {
        List<CandidatePair> pairs = candidates.pairs();
        double[] ofOwn = new double[candidates.slotCount()];
        double[] ofOthers = new double[candidates.otherCount()];
        for (int i = 0; i < logOdds.length; i++) {
            ofOwn[candidates.slot(pairs.get(i))] += Math.exp(logOdds[i]);
            ofOthers[pairs.get(i).other()] += Math.exp(logOdds[i]);
        }
        double[] probabilities = new double[logOdds.length];
        for (int i = 0; i < logOdds.length; i++) {
            double rivals = Math.max(
                    ofOwn[candidates.slot(pairs.get(i))], ofOthers[pairs.get(i).other()]);
            probabilities[i] = Math.exp(logOdds[i]) / (1 + rivals);
        }
        return probabilities;
    }
}
