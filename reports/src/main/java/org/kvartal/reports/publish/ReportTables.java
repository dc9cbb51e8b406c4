package org.kvartal.reports.publish;

import java.util.List;
import org.kvartal.ingest.lake.TableSpec;

import static org.kvartal.ingest.lake.Column.flag;
import static org.kvartal.ingest.lake.Column.text;

/** What rendering leaves for the record of the run. */
public final class ReportTables {
    public static final TableSpec SECTIONS = TableSpec.of(
            "quality",
            "sections",
            "A section of the report as it was rendered.",
            List.of("language", "section"),
            text("language", "Language of the report."),
            text("section", "Name of the section."),
            text("grade", "A to D: how far its inputs can be trusted."),
            flag("blocked", "Its inputs could not be read."));

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
