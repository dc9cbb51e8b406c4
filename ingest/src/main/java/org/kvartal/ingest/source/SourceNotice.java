package org.kvartal.ingest.source;

/**
 * Something that a source has and that is not taken.
 *
 * @param table the clean table that it might belong to; empty for none
 * @param column empty when the file as a whole is meant
 * @param rule short name: {@code unknown-column, unread-file, repeated-file}
 * @param reason what is not taken and why, as a sentence without its full stop
 */
public record SourceNotice(String source, String table, String file, String column, String rule, String reason) {

    public String message() {
        return "source " + source + ": " + reason;
    }
}
