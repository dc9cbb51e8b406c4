package org.kvartal.reports.section.definitions;

import java.util.List;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.measure.Measure;
import org.kvartal.reports.measure.Measures;
import org.kvartal.reports.section.ReportSection;

/** What the numbers mean, which rules wrote page one, what is missing, and which questions have no answer. */
public final class DefinitionsSection implements ReportSection {
    public static final String ANCHOR = "definitions";

    @Override
    public String anchor() {
        return ANCHOR;
    }

    @Override
    public Text title() {
        return Text.of("Caveats and definitions");
    }

    @Override
    public Text question() {
        return Text.of("What do the numbers mean, and what is missing?");
    }

    @Override
    public Section write(ReportData data) {
        return blank().lead(Text.of(
                        "Every sentence of page one comes from a rule with a threshold; every ratio is defined once."
                                + " Both are listed here, with what the sources do not supply."))
                .with(missing(data))
                .detail(RuleList.blocks(data))
                .detail(glossary());
    }

    /** The questions to which these sections have no answer. */
    public static Block unanswered(List<Section> sections) {
        return Questions.unanswered(sections.stream()
                .filter(section -> !section.anchor().equals(ANCHOR))
                .toList());
    }

    private static Block missing(ReportData data) {
        List<String> missing = CrmTables.ALL.stream()
                .filter(table -> !data.has(table.qualifiedName()))
                .map(TableSpec::name)
                .toList();
        return missing.isEmpty()
                ? Notice.caveat(Text.of("The sources supply every table that the report can use."))
                : Notice.noData(Text.of(
                        "No source supplies {0}: what rests on them is missing or less sure. What each is for stands in"
                                + " docs/contracts.",
                        Span.words(String.join(", ", missing))));
    }

    private static DataTable glossary() {
        DataTable table = DataTable.of(
                "Measures: each ratio is defined once",
                Column.text("Measure"),
                Column.text("Formula"),
                Column.text("Unit"),
                Column.text("Table"));
        for (Measure measure : Measures.ALL) {
            table = table.row(
                    Cell.label(Text.name(measure.name())),
                    Cell.label(Text.phrase(measure.formula())),
                    Cell.label(Text.phrase(measure.unit())),
                    Cell.label(Text.name("mart." + measure.mart())));
        }
        return table;
    }
}
