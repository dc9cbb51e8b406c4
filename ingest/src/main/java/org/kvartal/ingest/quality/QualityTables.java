package org.kvartal.ingest.quality;

import java.util.List;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.TableSpec;

import static org.kvartal.ingest.lake.Column.date;
import static org.kvartal.ingest.lake.Column.id;
import static org.kvartal.ingest.lake.Column.instant;
import static org.kvartal.ingest.lake.Column.integer;
import static org.kvartal.ingest.lake.Column.text;

/** The tables in which the checks leave what they found. */
public final class QualityTables {
    /** Where a row came from; every clean table ends with these. */
    public static final Column SOURCE = text("_source", "Source the row came from.");

    public static final Column FILE = text("_source_file", "File or table of the source.");
    public static final Column LINE = integer("_source_line", "Line of the file, from 1; empty for databases.");

    /** Checks that see one row at a time. */
    public static final String ROW_KIND = "row";

    /** Checks that look up another table. */
    public static final String REFERENCE_KIND = "reference";

    /** What a source has and is not taken: columns and files that nobody knows. */
    public static final String FILE_KIND = "file";

    /** Rows kept although a rule failed. */
    public static final TableSpec FLAGS = TableSpec.of(
            "quality",
            "flags",
            "A row of a clean table that was kept although it breaks a rule, or a file or column that was not taken; one"
                    + " row per breach.",
            List.of("table", "kind", "rule", "key", "column"),
            text("table", "Clean table; empty for a file that belongs to none."),
            text(
                    "kind",
                    "row: seen on the row alone; reference: seen against another table; file: seen on a file of the"
                            + " source."),
            text("rule", "Rule that failed."),
            text("severity", "error or warning."),
            id("key", "Key of the row; of a file its name."),
            text("column", "Column the rule looks at."),
            text("value", "Value found."),
            text("reason", "What is wrong, and what to do."),
            text("source", "Source the row came from."),
            text("file", "File or table of the source."),
            integer("line", "Line of the file, from 1; empty for databases."));

    /** Every rule with the number of rows that failed it. */
    public static final TableSpec CHECKS = TableSpec.of(
            "quality",
            "checks",
            "A rule that was checked on a clean table.",
            List.of("table", "kind", "rule", "column"),
            text("table", "Clean table."),
            text("kind", "row: seen on the row alone; reference: seen against another table."),
            text("rule", "Rule."),
            text("column", "Column the rule looks at."),
            text("severity", "quarantine, error or warning."),
            integer("checked_count", "Rows looked at.").in("rows"),
            integer("failed_count", "Rows that broke the rule.").in("rows"));

    /** Where every row that was read has gone. */
    public static final TableSpec ROW_BALANCE = TableSpec.of(
            "quality",
            "row_balance",
            "Where the rows of a source have gone: read + derived = loaded + quarantined + deduplicated + filtered.",
            List.of("table", "source"),
            text("table", "Clean table."),
            text("source", "Source."),
            integer("read_count", "Rows read from the source.").in("rows"),
            integer("derived_count", "Rows made beside those read, as the first stage of a deal.")
                    .in("rows"),
            integer("loaded_count", "Rows in the clean table.").in("rows"),
            integer("quarantined_count", "Rows rejected.").in("rows"),
            integer("deduplicated_count", "Exact copies left out.").in("rows"),
            integer("filtered_count", "Rows left out by a named rule.").in("rows"));

    /** The rules that left rows out. */
    public static final TableSpec FILTERS = TableSpec.of(
            "quality",
            "filters",
            "How many rows a named rule has left out of a clean table.",
            List.of("table", "source", "rule"),
            text("table", "Clean table."),
            text("source", "Source."),
            text("rule", "Name of the rule."),
            integer("filtered_count", "Rows left out.").in("rows"));

    /** How good the rows of each table, source, owner and team are, night by night. */
    public static final TableSpec SCORES = TableSpec.of(
            "quality",
            "scores",
            "How complete, valid and fresh the rows of a clean table were on a night, as a whole and by source, owner and"
                    + " team.",
            List.of("night", "table", "scope_kind", "scope"),
            date("night", "As-of date."),
            text("table", "Clean table."),
            text("scope_kind", "table, source, owner or team."),
            id("scope", "Name of the table or source, or key of the owner or team."),
            integer("row_count", "Rows.").in("rows"),
            integer("cell_count", "Values that the rows could have.").in("values"),
            integer("filled_count", "Values that they have: complete is filled by cells.")
                    .in("values"),
            integer("valid_count", "Rows that break no rule: valid is valid by rows.")
                    .in("rows"),
            instant("newest_at", "When the newest row came into being: fresh is the time since."));

    /**
     * What was extracted, and whether it all arrived. Stays in the lake and in the run record: a night that is repeated finds
     * nothing changed, and published tables must not tell how often a night was run.
     */
    public static final TableSpec EXTRACTIONS = TableSpec.of(
            "raw",
            "extractions",
            "A table or file of a source as a night found it: what the source has, and what the lake holds of it.",
            List.of("night", "source", "extract"),
            date("night", "As-of date."),
            text("source", "Source."),
            text("extract", "Name of the raw table within the source."),
            text("table", "Clean table whose rows these are; empty for look-ups."),
            text("mode", "full: everything was read; increment: what had changed.")
                    .oneOf("full", "increment"),
            integer("read_count", "Rows that the source has.").in("rows"),
            integer("stored_count", "Rows of them in the raw table.").in("rows"),
            integer("rejected_count", "Rows that could not be read.").in("rows"),
            integer("changed_count", "Rows that are new or other than the night before.")
                    .in("rows"),
            integer("gone_count", "Rows of the night before that the source no longer has.")
                    .in("rows"),
            integer("content", "Sum of the fingerprints of all rows stored, modulo 2^64."),
            instant("watermark", "Time of the last change that was seen."),
            integer("increments", "Increments since everything was read last."));

    /** Those that are published. */
    public static final List<TableSpec> ALL = List.of(CHECKS, FLAGS, ROW_BALANCE, FILTERS, SCORES);

    private QualityTables() {}

    /** The rejected rows of a clean table; one row per breach. */
    public static TableSpec quarantineOf(TableSpec table) {
        return TableSpec.of(
                "quarantine",
                table.name(),
                "A row kept out of " + table.qualifiedName() + "; one row per breach.",
                List.of("source", "file", "line", "key", "column", "rule"),
                text("source", "Source the row came from."),
                text("file", "File or table of the source."),
                integer("line", "Line of the file, from 1; empty for databases."),
                id("key", "Key of the row, where it has one."),
                text("column", "Column at fault; empty when the whole row is."),
                text("value", "Value found."),
                text("rule", "Rule that failed."),
                text("reason", "What is wrong, and what to do."),
                text("row", "The row as it was read."));
    }

    /** The clean table as it is stored: its columns, then where each row came from. */
    public static TableSpec stored(TableSpec table) {
        return table.with(SOURCE, FILE, LINE);
    }
}
