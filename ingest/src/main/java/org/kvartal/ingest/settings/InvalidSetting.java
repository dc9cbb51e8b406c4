package org.kvartal.ingest.settings;

/**
 * One thing that is wrong in a configuration.
 *
 * @param line from 1; 0 where the whole file is meant, or the command line
 * @param key dotted; empty where the text itself is at fault
 * @param value as it may be shown; empty where there is none
 * @param rule what must hold, as the rest of a sentence: "must be a whole number from 1 to 12"
 */
public record InvalidSetting(String file, int line, String key, String value, String rule) {
    private static final int LONGEST_VALUE = 80;

    InvalidSetting(Place place, String key, String value, String rule) {
        this(place.file(), place.line(), key, value, rule);
    }

    /** One line: {@code conf/kvartal.yaml:7: project.fiscal-year-starts = May must be a whole number from 1 to 12}. */
    public String message() {
        String place = line > 0 ? file + ":" + line : file;
        String subject = value.isEmpty() ? key : key + " = " + value;
        return onOneLine(place + ": " + (subject.isEmpty() ? rule : subject + " " + rule));
    }

    /** A text as a message shows it: not too long, and visible even when empty. */
    static String shown(String text) {
        String cut = text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "...";
        return cut.isEmpty() ? "\"\"" : onOneLine(cut);
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
