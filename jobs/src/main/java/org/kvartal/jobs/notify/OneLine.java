package org.kvartal.jobs.notify;

/**
 * A text that came from anywhere, as one line that does no harm: neither header lines nor terminal codes nor letters that
 * turn the direction of writing can hide in it.
 */
final class OneLine {
    static final int LIMIT = 500;

    private OneLine() {}

    static String of(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().map(OneLine::harmless).forEach(line::appendCodePoint);
        String shown = line.toString().replaceAll(" +", " ").strip();
        return shown.codePointCount(0, shown.length()) <= LIMIT
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, LIMIT)) + " ...";
    }

    private static int harmless(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> ' ';
            default -> letter;
        };
    }
}
