package org.kvartal.reports.publish;

import java.util.List;
import org.kvartal.ingest.lake.TableSpec;

import static org.kvartal.ingest.lake.Column.date;
import static org.kvartal.ingest.lake.Column.flag;
import static org.kvartal.ingest.lake.Column.text;

/** What rendering leaves for the record of the run. */
public final class ReportTables {
    public static final TableSpec SECTIONS = TableSpec.of(
            "quality",
            "sections",
            "A section of the report as it was rendered.",
            List.of("edition", "language", "section"),
            text("edition", "Name of the edition; main for the report that every project has."),
            text("audience", "Who reads the edition: board, management or team."),
            text("language", "Language of the report."),
            text("section", "Name of the section."),
            text("grade", "A to D: how far its inputs can be trusted."),
            flag("blocked", "Its inputs could not be read, or rest on what a gate blocks."),
            text("reason", "Why it is blocked; empty if it is not."),
            date("shown_as_of", "Of which release its content is: the last good one when it is blocked."));

    /** The dictionary of the datasets tells by it who uses a table. */
    public static final TableSpec SECTION_INPUTS = TableSpec.of(
            "quality",
            "section_inputs",
            "A table of which a section of the report prints figures.",
            List.of("section", "table"),
            text("section", "Name of the section."),
            text("table", "Published table."));

    private ReportTables() {}
}
