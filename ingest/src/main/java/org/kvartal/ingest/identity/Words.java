package org.kvartal.ingest.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a name: lower case, without marks (NFKD), punctuation and words for "and". Letters which Unicode does not
 * take apart are spelt out, as ß and ł. Initials are one word: {@code J. P. Turner} is {@code jp turner}.
 */
final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WITHIN_WORDS = Pattern.compile("[\\p{Cf}'’‘`´ʼ]");
    private static final Pattern SIGNS = Pattern.compile("[™℠]");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> AND = Set.of("and", "und", "et");
    private static final Map<Character, String> SPELT_OUT = Map.of(
            'ß', "ss", 'ø', "o", 'ł', "l", 'đ', "d", 'ð', "d", 'æ', "ae", 'œ', "oe", 'þ', "th", 'ı', "i", '+',
            " plus ");

    private Words() {}

    static List<String> of(String name) {
        String decomposed = Normalizer.normalize(SIGNS.matcher(name).replaceAll(""), Normalizer.Form.NFKD);
        String plain = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
        String joined = WITHIN_WORDS.matcher(plain).replaceAll("");
        return Stream.of(NEITHER_LETTER_NOR_DIGIT.split(speltOut(joined)))
                .filter(word -> !word.isEmpty() && !AND.contains(word))
                .toList();
    }

    private static String speltOut(String text) {
        StringBuilder spelt = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            String otherwise = SPELT_OUT.get(letter);
            if (otherwise == null) {
                spelt.append(letter);
            } else {
                spelt.append(otherwise);
            }
        }
        return spelt.toString();
    }

    /** Joins words of one letter that stand side by side. */
    static List<String> joiningInitials(List<String> words) {
        List<String> joined = new ArrayList<>();
        boolean open = false;
        for (String word : words) {
            boolean initial = word.length() == 1 && Character.isLetter(word.charAt(0));
            if (initial && open) {
                joined.add(joined.remove(joined.size() - 1) + word);
            } else {
                joined.add(word);
            }
            open = initial;
        }
        return joined;
    }
}
