package org.kvartal.reports.render;

import com.openhtmltopdf.bidi.BidiReorderer;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives Arabic letters the form they have beside their neighbours, for a renderer that sets one glyph for each
 * character: the presentation forms of Unicode (blocks FB50 and FE70), Persian letters among them. The tables are those
 * of the JDK: the name of a presentation form tells the place, its compatibility decomposition the letter. Source: The
 * Unicode Standard, section 9.2, "Cursive Joining".
 */
final class JoinedLetters implements BidiReorderer {
    private static final char LAM = '\u0644';
    private static final char ZERO_WIDTH_JOINER = '\u200d';
    private static final char TATWEEL = '\u0640';
    private static final int FORMS_FROM = 0xFB50;
    private static final int FORMS_TO = 0xFEFF;

    /** Letters and the pairs of lam and alef, which are always written as one, by what they are in plain letters. */
    private static final Map<String, Forms> FORMS = forms();

    /** Zero where a letter has no such form: who has no initial one does not join to the letter behind. */
    private record Forms(char isolated, char last, char first, char middle) {
        private static final Forms NONE = new Forms('\0', '\0', '\0', '\0');

        Forms with(String name, char form) {
            if (name.endsWith(" ISOLATED FORM")) {
                return new Forms(form, last, first, middle);
            }
            if (name.endsWith(" FINAL FORM")) {
                return new Forms(isolated, form, first, middle);
            }
            if (name.endsWith(" INITIAL FORM")) {
                return new Forms(isolated, last, form, middle);
            }
            return name.endsWith(" MEDIAL FORM") ? new Forms(isolated, last, first, form) : this;
        }
    }

    private static Map<String, Forms> forms() {
        Map<String, Forms> forms = new HashMap<>();
        for (int form = FORMS_FROM; form <= FORMS_TO; form++) {
            String letters = plain(Character.toString(form));
            boolean isLetter = letters.length() == 1 && Character.isLetter(letters.charAt(0));
            boolean isLamAlef = letters.length() == 2
                    && letters.charAt(0) == LAM
                    && Character.getName(form).contains(" LAM WITH ALEF");
            if (isLetter || isLamAlef) {
                forms.put(letters, forms.getOrDefault(letters, Forms.NONE).with(Character.getName(form), (char) form));
            }
        }
        return forms;
    }

    /** The letters that presentation forms stand for; other characters stay. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            String letter = String.valueOf((char) c);
            plain.append(
                    c >= FORMS_FROM && c <= FORMS_TO ? Normalizer.normalize(letter, Normalizer.Form.NFKC) : letter);
        });
        return plain.toString();
    }

    @Override
    public String shapeText(String text) {
        StringBuilder shaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            String letter = String.valueOf(text.charAt(i));
            int end = i + 1;
            if (text.charAt(i) == LAM && end < text.length() && FORMS.containsKey(text.substring(i, end + 1))) {
                end++;
                letter = text.substring(i, end);
            }
            shaped.append(form(letter, joinsForward(text, i - 1), joinsBack(text, end)));
            i = end - 1;
        }
        return shaped.toString();
    }

    private static String form(String letter, boolean afterJoined, boolean beforeJoined) {
        Forms forms = FORMS.get(letter);
        if (forms == null) {
            return letter;
        }
        boolean joinsNext = beforeJoined && forms.first() != '\0';
        char form = afterJoined
                ? joinsNext ? forms.middle() : forms.last()
                : joinsNext ? forms.first() : letter.length() > 1 ? forms.isolated() : '\0';
        return form == '\0' ? letter : String.valueOf(form);
    }

    /** Whether the character at the index, or before it if it is a mark, joins to what is behind it. */
    private static boolean joinsForward(String text, int index) {
        int i = skipMarks(text, index, -1);
        if (i < 0) {
            return false;
        }
        char c = text.charAt(i);
        Forms forms = FORMS.get(String.valueOf(c));
        return c == ZERO_WIDTH_JOINER || c == TATWEEL || forms != null && forms.first() != '\0';
    }

    /** Whether the character at the index, or behind it if it is a mark, joins to what is before it. */
    private static boolean joinsBack(String text, int index) {
        int i = skipMarks(text, index, 1);
        if (i >= text.length()) {
            return false;
        }
        char c = text.charAt(i);
        Forms forms = FORMS.get(String.valueOf(c));
        return c == ZERO_WIDTH_JOINER || c == TATWEEL || forms != null && forms.last() != '\0';
    }

    private static int skipMarks(String text, int index, int step) {
        int i = index;
        while (i >= 0 && i < text.length() && Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK) {
            i += step;
        }
        return i;
    }

    /** What a font without the form sets instead. */
    @Override
    public String deshapeText(String text) {
        return plain(text);
    }

    /**
     * The text from right to left, brackets turned. Digits of the Latin script in such text are those of page numbers
     * and counters, which the renderer adds itself: they are set as Persian digits, in their own order.
     */
    @Override
    public String reorderRTLTextToLTR(String text) {
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text.chars()
                    .collect(
                            StringBuilder::new, (digits, c) -> digits.append((char) (c - '0' + '\u06f0')), (a, b) -> {})
                    .toString();
        }
        StringBuilder turned = new StringBuilder(text.length());
        text.codePoints().forEach(c -> turned.insert(0, Character.toString(mirrored(c))));
        return turned.toString();
    }

    private static int mirrored(int c) {
        return switch (c) {
            case '(' -> ')';
            case ')' -> '(';
            case '[' -> ']';
            case ']' -> '[';
            case '{' -> '}';
            case '}' -> '{';
            case '<' -> '>';
            case '>' -> '<';
            case '«' -> '»';
            case '»' -> '«';
            case '‹' -> '›';
            case '›' -> '‹';
            default -> c;
        };
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }
}
