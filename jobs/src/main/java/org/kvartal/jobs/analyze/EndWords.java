package org.kvartal.jobs.analyze;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the words of a column of ends mean: that something goes on, that it has ended, or in which of several ways.
 *
 * @param goingOn words, in lower case, of what has not ended
 * @param note what a reader must know of the choice; mostly empty
 */
record EndWords(Set<String> goingOn, String note) {
    static final Set<String> CUSTOMARY = Set.of("", "0", "0.0", "false", "no", "open", "censored");

    private static final String ENDED = "ended";
    private static final Set<String> PLAIN = Set.of("1", "1.0", "true", "yes");

    EndWords {
        goingOn = Set.copyOf(goingOn);
    }

    /**
     * Of a column that nobody explains. One that holds nothing but 1 and 2 is coded as R's package survival does it: 1 goes
     * on, 2 has ended.
     */
    static EndWords of(Collection<String> words) {
        boolean isOneOrTwo = Set.copyOf(words).equals(Set.of("1", "2"));
        return isOneOrTwo
                ? new EndWords(
                        Set.of("1"), "of the ends 1 and 2, 1 is taken for going on; --censored decides otherwise")
                : new EndWords(CUSTOMARY, "");
    }

    /** Of a column of which these words say that something goes on; so does an empty cell. */
    static EndWords goingOn(List<String> words) {
        Set<String> all = new HashSet<>(Set.of(""));
        words.forEach(word -> all.add(word.strip().toLowerCase(Locale.ROOT)));
        return new EndWords(all, "");
    }

    boolean isGoingOn(String word) {
        return goingOn.contains(word.toLowerCase(Locale.ROOT));
    }

    /** The name of an end. */
    String end(String word) {
        return PLAIN.contains(word.toLowerCase(Locale.ROOT)) ? ENDED : word;
    }
}
