package org.kvartal.forecast.match;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without what differs between shops: case, accents, kinds of blanks and quotation marks. */
final class PlainText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern INCHES = Pattern.compile("''|[\u2033\u201d\u201c]");
    private static final Pattern TIMES = Pattern.compile("[\u00d7\u2715*]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private PlainText() {}

    /** Lower case without accents; a sign of inches is {@code "}, one of times is {@code x}. */
    static String of(String text) {
        String quotes = INCHES.matcher(text).replaceAll("\"");
        String apart = MARKS.matcher(Normalizer.normalize(quotes, Normalizer.Form.NFKD))
                .replaceAll("");
        String times = TIMES.matcher(apart.toLowerCase(Locale.ROOT)).replaceAll("x");
        return BLANKS.matcher(
                        times.replace("\u00df", "ss").replace("\u00f8", "o").replace("\u00e6", "ae"))
                .replaceAll(" ")
                .strip();
    }

    /** Letters and digits, each row of other signs being one blank. */
    static String words(String text) {
        return NO_LETTERS.matcher(of(text)).replaceAll(" ").strip();
    }
}
