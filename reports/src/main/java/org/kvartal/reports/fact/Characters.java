package org.kvartal.reports.fact;

/** Makes any text of a source fit to print: it comes out as text, whatever it holds. */
public final class Characters {
    private static final char REPLACEMENT = '\uFFFD';

    private Characters() {}

    /**
     * The text with each character that no format can print replaced by U+FFFD: control characters, halves of
     * surrogate pairs, and the marks that turn the direction of the text behind them. Joiners stay, Persian needs them.
     */
    public static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> printable.appendCodePoint(isSpace(c) ? ' ' : isPrintable(c) ? c : REPLACEMENT));
        return printable.toString();
    }

    /** Printable and without meaning to HTML, XML and SVG, between tags and inside quoted attributes alike. */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        printable(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** At most so many characters, the last of them an ellipsis if some are left out. */
    public static String shortened(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)).strip() + "…";
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
    }

    private static boolean isPrintable(int c) {
        boolean turnsDirection = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        boolean isHalf = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean isNoCharacter = (c & 0xFFFE) == 0xFFFE;
        return !Character.isISOControl(c) && !turnsDirection && !isHalf && !isNoCharacter;
    }
}
