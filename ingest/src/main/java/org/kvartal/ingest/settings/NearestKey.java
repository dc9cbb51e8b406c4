package org.kvartal.ingest.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which of the known keys, or other names, a mistyped one was meant to be. */
public final class NearestKey {
    private static final int LONGEST_KEY = 60;

    private NearestKey() {}

    /** The known key that fewest single-character edits lead to; empty when none is near. */
    public static Optional<String> of(String mistyped, Collection<String> known) {
        if (mistyped.length() > LONGEST_KEY) {
            return Optional.empty();
        }
        int furthest = 1 + mistyped.length() / 3;
        return known.stream()
                .filter(key -> edits(mistyped, key) <= furthest)
                .min(Comparator.comparingInt((String key) -> edits(mistyped, key))
                        .thenComparing(key -> key));
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment distance). */
    private static int edits(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        int replacement = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replacement, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
