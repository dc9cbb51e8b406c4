package org.kvartal.reports.trace;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A trace code as somebody copies it from paper: small letters, hyphens, an O for a zero, an I or an L for a one. */
public final class TypedCode {
    private static final int NEAR = 1;
    private static final int MOST_NEAR = 5;

    private TypedCode() {}

    /** The code as it is printed. */
    public static String printed(String typed) {
        return typed.strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** The codes that one wrong, missing, additional or swapped sign leads away from, in their order. */
    public static List<String> near(String code, Set<String> known) {
        return known.stream()
                .filter(other -> slips(code, other) <= NEAR)
                .sorted(Comparator.naturalOrder())
                .limit(MOST_NEAR)
                .toList();
    }

    /** Edits between two codes; two neighbours that changed places are one (optimal string alignment). */
    private static int slips(String typed, String code) {
        int[][] slips = new int[typed.length() + 1][code.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= code.length(); j++) {
                slips[i][j] = i == 0 || j == 0 ? i + j : fewest(slips, typed, code, i, j);
            }
        }
        return slips[typed.length()][code.length()];
    }

    private static int fewest(int[][] slips, String typed, String code, int i, int j) {
        int replaced = slips[i - 1][j - 1] + (typed.charAt(i - 1) == code.charAt(j - 1) ? 0 : 1);
        int fewest = Math.min(replaced, 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
        boolean swapped = i > 1
                && j > 1
                && typed.charAt(i - 1) == code.charAt(j - 2)
                && typed.charAt(i - 2) == code.charAt(j - 1);
        return swapped ? Math.min(fewest, slips[i - 2][j - 2] + 1) : fewest;
    }
}
