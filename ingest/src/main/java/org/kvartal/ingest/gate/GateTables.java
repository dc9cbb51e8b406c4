package org.kvartal.ingest.gate;

import java.util.List;
import org.kvartal.ingest.lake.TableSpec;

import static org.kvartal.ingest.lake.Column.date;
import static org.kvartal.ingest.lake.Column.number;
import static org.kvartal.ingest.lake.Column.text;

/** The tables of the gates. */
public final class GateTables {
    /** What the gates found, night by night. */
    public static final TableSpec GATES = TableSpec.of(
            "quality",
            "gates",
            "What a gate found of a table on a night, and what follows from it.",
            List.of("night", "gate", "table", "source", "name"),
            date("night", "As-of date."),
            text("gate", "row-drop, quarantine, freshness, reconciliation or mart-totals.")
                    .oneOf("row-drop", "quarantine", "freshness", "reconciliation", "mart-totals"),
            text("table", "Clean table; a mart with its namespace."),
            text("source", "Source whose rows were judged; empty for all."),
            text("name", "Which total it is; empty where no total is judged."),
            text(
                            "verdict",
                            "pass; no-comparison: nothing to compare with; warn; block: what rests on the table is not"
                                    + " shown; stop: the night is not published; accepted: let through by somebody.")
                    .oneOf("pass", "no-comparison", "warn", "block", "stop", "accepted"),
            date(
                    "compared_to",
                    "Night that the rows are compared with, the last good one of the table; of freshness the day of the"
                            + " newest row."),
            number("expected", "Rows of that night, rows read, or the total that was to be found.")
                    .in("rows, or that of the total"),
            number("found", "Rows now, rows rejected, or the total that was found.")
                    .in("rows, or that of the total"),
            number("measured", "What is held against the limit: a share of rows, days, or the difference of totals.")
                    .in("fraction 0 to 1, days, or that of the total"),
            number("at_most", "The most that may be measured.").in("as measured"),
            text("reason", "What was found, in a sentence; empty where the gate passes."),
            text("query", "Lists the rows behind it, with kvartal query."));

    /**
     * Totals that sources tell of themselves. Stay in the lake: a night that is repeated must publish the same, and they
     * stand in {@link #GATES} too.
     */
    public static final TableSpec CONTROL_TOTALS = TableSpec.of(
            "raw",
            "control_totals",
            "A total that a source told while it was read.",
            List.of("night", "source", "name"),
            date("night", "As-of date."),
            text("source", "Source."),
            text("name", "Name of the total in the configuration."),
            text("total", "The number, with all its digits."));

    /** Those that are published. */
    public static final List<TableSpec> ALL = List.of(GATES);

    private GateTables() {}
}
