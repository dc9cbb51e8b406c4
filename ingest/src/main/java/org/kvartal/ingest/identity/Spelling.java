package org.kvartal.ingest.identity;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * A name taken apart for comparison, so that each comparison is cheap.
 *
 * @param letters its words without digits, in alphabetical order, so that the order in the name does not matter
 * @param sounds how each of these is spoken in English; the word itself where that says nothing
 * @param numbers its digits and Roman numerals, in order
 * @param initials its words of one letter
 * @param run all its letters and digits, in the order of the name
 */
record Spelling(List<String> letters, List<String> sounds, List<String> numbers, TreeSet<String> initials, String run) {
    private static final Pattern BETWEEN_LETTER_AND_DIGIT =
            Pattern.compile("(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");
    private static final Map<String, String> ROMAN = Map.of(
            "ii", "2", "iii", "3", "iv", "4", "vi", "6", "vii", "7", "viii", "8", "ix", "9", "xi", "11", "xii", "12");

    /** @param words as {@link Kind#words} takes them */
    static Spelling of(List<String> words) {
        List<String> parts = words.stream()
                .flatMap(word -> Stream.of(BETWEEN_LETTER_AND_DIGIT.split(word)))
                .map(word -> ROMAN.getOrDefault(word, word))
                .toList();
        List<String> letters =
                parts.stream().filter(part -> !isNumber(part)).sorted().toList();
        return new Spelling(
                letters,
                letters.stream().map(Spelling::sound).toList(),
                parts.stream()
                        .filter(Spelling::isNumber)
                        .map(number -> LEADING_ZEROS.matcher(number).replaceAll(""))
                        .sorted()
                        .toList(),
                letters.stream()
                        .filter(part -> part.length() == 1)
                        .collect(TreeSet::new, TreeSet::add, TreeSet::addAll),
                String.join("", parts));
    }

    private static boolean isNumber(String part) {
        return Character.isDigit(part.charAt(0));
    }

    private static String sound(String word) {
        String sound = new DoubleMetaphone().doubleMetaphone(word);
        return sound.isEmpty() ? word : sound;
    }

    /** How many letters its words have. */
    int length() {
        return letters.stream().mapToInt(String::length).sum();
    }
}
