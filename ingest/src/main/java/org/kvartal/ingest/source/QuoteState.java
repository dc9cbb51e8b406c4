package org.kvartal.ingest.source;

/** How far into a record of CSV the quotes have led. */
enum QuoteState {
    /** A new field begins. */
    FIELD_START,
    /** In a field that began without a quote; a quote here is an ordinary character. */
    PLAIN,
    /** In a quoted field, where line endings belong to the text. */
    QUOTED,
    /** Behind a quote in a quoted field: it closes the field, or the next one makes it a quote in the text. */
    CLOSED,
    /** A quoted field is followed by text: this is no CSV. */
    BROKEN;

    QuoteState after(String text, char delimiter) {
        QuoteState state = this;
        for (int i = 0; i < text.length() && state != BROKEN; i++) {
            state = state.after(text.charAt(i), delimiter);
        }
        return state;
    }

    private QuoteState after(char character, char delimiter) {
        return switch (this) {
            case FIELD_START -> character == CsvDialect.QUOTE ? QUOTED : unquoted(character, delimiter);
            case PLAIN -> unquoted(character, delimiter);
            case QUOTED -> character == CsvDialect.QUOTE ? CLOSED : QUOTED;
            case CLOSED -> character == CsvDialect.QUOTE ? QUOTED : character == delimiter ? FIELD_START : BROKEN;
            case BROKEN -> BROKEN;
        };
    }

    private static QuoteState unquoted(char character, char delimiter) {
        return character == delimiter ? FIELD_START : PLAIN;
    }
}
