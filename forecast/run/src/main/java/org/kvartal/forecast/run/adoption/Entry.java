package org.kvartal.forecast.run.adoption;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A company as somebody entered it.
 *
 * @param owner its first owner, who stands for whoever entered it
 */
record Entry(String id, String owner, String name, LocalDateTime at, boolean isDeleted) {
    private static final int MANY = 10;
    private static final int LETTERS_OF_A_NAME = 3;
    private static final Set<String> FILLERS = Set.of(
            "test",
            "testing",
            "dummy",
            "sample",
            "example",
            "unknown",
            "none",
            "null",
            "tbd",
            "xyz",
            "abc",
            "asdf",
            "asdfgh",
            "qwer",
            "qwerty",
            "company",
            "customer",
            "new",
            "temp",
            "noname");

    LocalDate day() {
        return at.toLocalDate();
    }

    /** Letters and digits of the name, in small letters without marks. */
    String spelling() {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    /** Whether the name is no name: too short, one letter over and over, or a word that stands for any. */
    boolean isFiller() {
        String letters = spelling().replaceAll("\\p{Nd}", "");
        return letters.length() < LETTERS_OF_A_NAME && spelling().length() < LETTERS_OF_A_NAME
                || letters.length() > 0 && letters.chars().distinct().count() == 1
                || FILLERS.contains(letters);
    }

    /** Those of which ten or more were entered within a minute. Entries of which only the day is known tell nothing. */
    static Set<String> imported(List<Entry> inOrder) {
        List<Entry> timed = inOrder.stream()
                .filter(entry -> !entry.at().toLocalTime().equals(LocalTime.MIDNIGHT))
                .toList();
        Set<String> imported = new HashSet<>();
        int from = 0;
        for (int to = 0; to < timed.size(); to++) {
            while (timed.get(from).at().plusMinutes(1).isBefore(timed.get(to).at())) {
                from++;
            }
            if (to - from + 1 >= MANY) {
                timed.subList(from, to + 1).forEach(entry -> imported.add(entry.id()));
            }
        }
        return imported;
    }
}
