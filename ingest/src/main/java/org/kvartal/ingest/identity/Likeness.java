package org.kvartal.ingest.identity;

import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * How alike two names are, from 0 to 1.
 *
 * <pre>
 *   likeness = sum of s(w, v) * (|w| + |v|) over pairs of words / sum of |w| over all words of both names
 *   s(w, v)  = 1 - e / max(|w|, |v|)      e = edits; half of them where w and v sound alike
 *   s(w, v)  = 0                          more edits than the longer word allows: 1 from 4 letters, 2 from 8
 *   s(w, v)  = 0.9                        one abbreviates the other: Mfg, Manufacturing
 * </pre>
 *
 * |w| is the number of letters. Each word has at most one partner, the most alike first; a word without one counts
 * against the likeness with its length. Two neighbouring letters swapped are one edit. Numbers and single letters say
 * which of several is meant: names in which they differ are different, whatever else is alike.
 */
final class Likeness {
    private static final double ABBREVIATED = 0.9;
    private static final int SHORTEST_MISSPELT = 4;
    private static final int SHORTEST_MISSPELT_TWICE = 8;
    private static final int SHORTEST_ABBREVIATION = 3;
    private static final LevenshteinDistance EDITS = new LevenshteinDistance(2);

    private Likeness() {}

    static double of(Spelling left, Spelling right) {
        if (!left.numbers().equals(right.numbers())) {
            return 0;
        }
        if (left.run().equals(right.run()) || left.letters().equals(right.letters())) {
            return 1;
        }
        if (!left.initials().equals(right.initials())) {
            return 0;
        }
        return Math.max(wordByWord(left, right), asOneWord(left, right));
    }

    /** Sees a blank too few or too many: {@code Data Soft}, {@code Datasoft}. */
    private static double asOneWord(Spelling left, Spelling right) {
        if (left.letters().size() == right.letters().size()) {
            return 0;
        }
        int edits = edits(left.run(), right.run());
        int longer = Math.max(left.run().length(), right.run().length());
        return edits == 1 && longer >= SHORTEST_MISSPELT_TWICE ? 1 - 1.0 / longer : 0;
    }

    private static double wordByWord(Spelling left, Spelling right) {
        boolean[] takenLeft = new boolean[left.letters().size()];
        boolean[] takenRight = new boolean[right.letters().size()];
        double alike = 0;
        for (Pair best = best(left, right, takenLeft, takenRight);
                best.likeness > 0;
                best = best(left, right, takenLeft, takenRight)) {
            takenLeft[best.left] = true;
            takenRight[best.right] = true;
            alike += best.likeness
                    * (left.letters().get(best.left).length()
                            + right.letters().get(best.right).length());
        }
        return alike / (left.length() + right.length());
    }

    private record Pair(int left, int right, double likeness) {}

    private static Pair best(Spelling left, Spelling right, boolean[] takenLeft, boolean[] takenRight) {
        Pair best = new Pair(0, 0, 0);
        for (int i = 0; i < takenLeft.length; i++) {
            for (int j = 0; j < takenRight.length && !takenLeft[i]; j++) {
                double likeness = takenRight[j] ? 0 : words(left, i, right, j);
                best = likeness > best.likeness ? new Pair(i, j, likeness) : best;
            }
        }
        return best;
    }

    private static double words(Spelling left, int i, Spelling right, int j) {
        String one = left.letters().get(i);
        String other = right.letters().get(j);
        if (one.equals(other)) {
            return 1;
        }
        int longer = Math.max(one.length(), other.length());
        int edits = edits(one, other);
        int allowed = longer >= SHORTEST_MISSPELT_TWICE ? 2 : longer >= SHORTEST_MISSPELT ? 1 : 0;
        if (edits < 0 || edits > allowed) {
            return abbreviates(one, other) || abbreviates(other, one) ? ABBREVIATED : 0;
        }
        boolean soundAlike = left.sounds().get(i).equals(right.sounds().get(j));
        return 1 - (soundAlike ? edits / 2.0 : edits) / longer;
    }

    /** -1 when there are more than two. */
    private static int edits(String one, String other) {
        int edits = EDITS.apply(one, other);
        return edits == 2 && isSwap(one, other) ? 1 : edits;
    }

    private static boolean isSwap(String one, String other) {
        int first = 0;
        while (one.length() == other.length() && one.charAt(first) == other.charAt(first)) {
            first++;
        }
        return one.length() == other.length()
                && first + 1 < one.length()
                && one.charAt(first) == other.charAt(first + 1)
                && one.charAt(first + 1) == other.charAt(first)
                && one.substring(first + 2).equals(other.substring(first + 2));
    }

    /** A beginning of the word, or its first letter and some of the later ones, at most half of the word. */
    private static boolean abbreviates(String brief, String full) {
        if (brief.length() < SHORTEST_ABBREVIATION
                || brief.length() * 2 > full.length()
                || brief.charAt(0) != full.charAt(0)) {
            return false;
        }
        int found = 0;
        for (int i = 0; i < full.length() && found < brief.length(); i++) {
            found += full.charAt(i) == brief.charAt(found) ? 1 : 0;
        }
        return found == brief.length();
    }
}
