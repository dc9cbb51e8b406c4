package org.kvartal.ingest.source;

import java.nio.charset.Charset;

/** How the CSV files of a source are written. Quotes are {@code "}, doubled inside a quoted field. */
public record CsvDialect(Charset encoding, char delimiter) {
    static final char QUOTE = '"';
}
