package org.kvartal.ingest.source;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import org.kvartal.ingest.settings.ConfigSection;

/** How the CSV files of a source are written. Quotes are {@code "}, doubled inside a quoted field. */
public record CsvDialect(Charset encoding, char delimiter) {
    static final char QUOTE = '"';

    /** Keys {@code encoding} and {@code delimiter} of a section, each with a usual value. */
    static CsvDialect read(ConfigSection section, CsvDialect usual) {
        String encoding = section.text("encoding", usual.encoding.name());
        String delimiter = section.text("delimiter", String.valueOf(usual.delimiter));
        boolean isDelimiter = delimiter.length() == 1 && "\"\r\n".indexOf(delimiter.charAt(0)) < 0;
        section.require(isSupported(encoding), "encoding", "must be a character set, as UTF-8 or windows-1250");
        section.require(isDelimiter, "delimiter", "must be one character, and no quote");
        return new CsvDialect(
                isSupported(encoding) ? Charset.forName(encoding) : usual.encoding,
                isDelimiter ? delimiter.charAt(0) : usual.delimiter);
    }

    private static boolean isSupported(String encoding) {
        try {
            return Charset.isSupported(encoding);
        } catch (IllegalCharsetNameException noName) {
            return false;
        }
    }
}
