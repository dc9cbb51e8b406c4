package org.kvartal.ingest.load;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.TableSpec;

import static org.kvartal.ingest.lake.Column.date;
import static org.kvartal.ingest.lake.Column.integer;
import static org.kvartal.ingest.lake.Column.text;

/**
 * The tables of what was extracted, as it was extracted: the rows that each source has tonight. What it had on earlier
 * nights is in the snapshots that carry their dates.
 */
public final class RawTables {
    private static final String NAMESPACE = "raw";

    /** The as-of date of the night that extracted the row. */
    static final String NIGHT_OF = "_as_of";

    /** Fingerprint of the key of a raw row. */
    static final String KEY_PRINT = "_key_print";

    /** Fingerprint of the values of a raw row. */
    static final String ROW_PRINT = "_row_print";

    /** Rows that could not be read at all. */
    public static final TableSpec REJECTIONS = TableSpec.of(
            NAMESPACE,
            "rejections",
            "A row of a source that could not be read; one row per value at fault.",
            List.of(NIGHT_OF, "source", "extract", "file", "line", "column"),
            date(NIGHT_OF, "Night of the extraction."),
            text("source", "Source."),
            text("extract", "Name of the raw table within the source."),
            text("table", "Clean table whose rows these are; empty for look-ups."),
            text("file", "File or table of the source."),
            integer("line", "Line of the file, from 1."),
            text("column", "Column at fault; empty when the whole row is."),
            text("value", "Value found."),
            text("rule", "Rule that failed."),
            text("reason", "What is wrong, and what to do."),
            text("row", "The row as it was read."));

    private RawTables() {}

    /** The raw table of one extract of a source, as SQL names it. */
    static String qualifiedName(String source, String extract) {
        return NAMESPACE + "." + name(source, extract);
    }

    private static String name(String source, String extract) {
        return source + "__" + extract;
    }

    /** The columns that were extracted, of those that a raw table has. */
    static List<Column> extracted(List<Column> stored) {
        List<String> own = List.of("_source_file", "_source_line", NIGHT_OF, KEY_PRINT, ROW_PRINT);
        return stored.stream().filter(column -> !own.contains(column.name())).toList();
    }

    /** The raw table of one extract of a source. */
    public static TableSpec of(String source, String extract, List<Column> extracted) {
        List<Column> columns = new ArrayList<>(extracted);
        columns.add(text("_source_file", "File or table of the source."));
        columns.add(integer("_source_line", "Line of the file, from 1; empty for databases."));
        columns.add(date(NIGHT_OF, "Night that found the row as it is."));
        columns.add(integer(KEY_PRINT, "Fingerprint of the key; empty without one."));
        columns.add(integer(ROW_PRINT, "Fingerprint of all values."));
        return new TableSpec(
                NAMESPACE,
                name(source, extract),
                "Rows of " + extract + " as source " + source + " has them.",
                List.of(NIGHT_OF),
                columns);
    }
}
