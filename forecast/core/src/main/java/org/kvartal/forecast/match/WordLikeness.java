package org.kvartal.forecast.match;

import java.util.List;

/**
 * How alike two lists of words are, from 0 to 1: each word by its best counterpart on the other side.
 * <pre>
 *   s = (sum_a w_a best(a, B) + sum_b w_b best(b, A)) / (sum_a w_a + sum_b w_b)
 * </pre>
 * w are weights of words. A word counts 1 when it is there, less when the other side has it with an error in spelling, cut
 * off (choc for chocolate), or with letters left out (blk for black).
 */
final class WordLikeness {
    private static final double JOINED = 0.95;
    private static final double MISSPELT = 0.85;
    private static final double CUT = 0.8;
    private static final double SHORTENED = 0.6;
    private static final int LEAST_JOINED = 5;
    private static final int LEAST_MISSPELT = 4;
    private static final int LEAST_CUT = 3;
    private static final int TWO_ERRORS_FROM = 8;

    private final WordWeights weights;

    WordLikeness(WordWeights weights) {
        this.weights = weights;
    }

    double of(Product own, Product other) {
        double[] mine = found(own.words(), other);
        double[] its = found(other.words(), own);
        double all = mine[1] + its[1];
        return all > 0 ? (mine[0] + its[0]) / all : 0;
    }

    private double[] found(List<String> words, Product other) {
        double found = 0;
        double all = 0;
        for (String word : words) {
            double weight = weights.of(word);
            all += weight;
            found += weight * best(word, other);
        }
        return new double[] {found, all};
    }

    private static double best(String word, Product other) {
        double best = word.length() >= LEAST_JOINED && other.run().contains(word) ? JOINED : 0;
        for (String candidate : other.words()) {
            best = Math.max(best, likeness(word, candidate));
        }
        return best;
    }

    static double likeness(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        String shorter = a.length() <= b.length() ? a : b;
        String longer = shorter == a ? b : a;
        if (shorter.length() >= LEAST_MISSPELT) {
            int allowed = shorter.length() >= TWO_ERRORS_FROM ? 2 : 1;
            if (longer.length() - shorter.length() <= allowed && edits(shorter, longer) <= allowed) {
                return MISSPELT;
            }
        }
        if (shorter.length() >= LEAST_CUT && longer.startsWith(shorter)) {
            return CUT;
        }
        return shorter.length() >= 2 && isShortened(shorter, longer) ? SHORTENED : 0;
    }

    /** Whether a word is the other with letters left out, the first one kept. */
    private static boolean isShortened(String shorter, String longer) {
        if (shorter.charAt(0) != longer.charAt(0) || shorter.length() * 3 < longer.length()) {
            return false;
        }
        int place = 0;
        for (int i = 0; i < longer.length() && place < shorter.length(); i++) {
            place += longer.charAt(i) == shorter.charAt(place) ? 1 : 0;
        }
        return place == shorter.length() && shorter.length() < longer.length() - 1;
    }

    /** Letters added, left out, exchanged or swapped with the next one (Damerau 1964, each place once). */
    private static int edits(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int exchanged = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(exchanged, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
