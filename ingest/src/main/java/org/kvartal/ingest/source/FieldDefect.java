package org.kvartal.ingest.source;

import java.util.Optional;
import org.kvartal.ingest.lake.ColumnType;

/**
 * Why a field cannot be taken.
 *
 * @param reason what must hold, as the rest of a sentence
 */
record FieldDefect(String rule, String reason) {
    static final int LONGEST_TEXT = CsvLines.LONGEST_LINE;
    static final int LONGEST_ID = 255;

    private static final char DELETE = 0x7F;
    private static final char LAST_CONTROL = 0x9F;

    /** Empty when the text can be taken. Control characters of ASCII are a matter for the mapping, but not in an id. */
    static Optional<FieldDefect> ofText(ColumnType type, String text) {
        int longest = type == ColumnType.ID ? LONGEST_ID : LONGEST_TEXT;
        if (text.length() > longest) {
            return Optional.of(new FieldDefect("length", "must have at most " + longest + " characters"));
        }
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean isSound = character >= ' ' && character < DELETE || character > LAST_CONTROL;
            if (!isSound) {
                Optional<FieldDefect> defect = ofControl(type, character);
                if (defect.isPresent()) {
                    return defect;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<FieldDefect> ofControl(ColumnType type, char control) {
        if (control == 0) {
            return Optional.of(new FieldDefect("nul", "must be text, without the character NUL"));
        }
        if (control > DELETE) {
            return Optional.of(new FieldDefect(
                    "encoding",
                    "must be text without U+%04X, which tells of another encoding, as windows-1252"
                            .formatted((int) control)));
        }
        return type == ColumnType.ID && !Character.isWhitespace(control)
                ? Optional.of(new FieldDefect("control-character", "must be an id without control characters"))
                : Optional.empty();
    }
}
