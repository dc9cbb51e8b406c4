package org.kvartal.reports.section.dataquality;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Inputs;
import org.kvartal.reports.section.ReportSection;

/** Where every row that was read has gone, which rules failed, and what no source supplies. */
public final class DataQualitySection implements ReportSection {
    @Override
    public String anchor() {
        return "data-quality";
    }

    @Override
    public Text title() {
        return Text.of("Data quality");
    }

    @Override
    public Text question() {
        return Text.of("Can the numbers be trusted?");
    }

    @Override
    public Section write(ReportData data) {
        if (!data.has(RowBalanceTable.TABLE)) {
            return blank().lead(Text.of("Nothing was read: no source supplies any row."))
                    .with(Notice.noData(
                            Text.of("Name at least one source in the configuration, and run the night" + " again.")));
        }
        Inputs inputs = Inputs.ofAll(data);
        List<Block> blocks = new ArrayList<>(GateTable.blocks(data));
        blocks.add(RowBalanceTable.of(data));
        missing(data).forEach(blocks::add);
        return blank().lead(Text.of(
                        "Of {0} rows read, {1} were rejected and {2} kept although they break a rule.",
                        inputs.read(), inputs.rejected(), inputs.flagged()))
                .graded(inputs.grade())
                .with(blocks)
                .detail(details(data));
    }

    private static List<Block> details(ReportData data) {
        List<Block> blocks = new ArrayList<>(FailedRules.blocks(data));
        Completeness.ofDeals(data).ifPresent(blocks::add);
        Completeness.ofAccounts(data).ifPresent(blocks::add);
        return blocks;
    }

    /** The clean tables without rows, and how to supply them. */
    private static List<Block> missing(ReportData data) {
        Set<String> supplied = RowBalanceTable.supplied(data);
        List<String> missing = CrmTables.ALL.stream()
                .map(TableSpec::name)
                .filter(table -> !supplied.contains(table))
                .sorted()
                .toList();
        if (missing.isEmpty()) {
            return List.of(new Paragraph(Text.of("Every table of the model has rows.")));
        }
        return List.of(Notice.noData(Text.of(
                "No source supplies {0}. What depends on these tables says so in its section. Each may come from"
                        + " the CRM by a mapping in the preset, or from a file; the data dictionary describes their"
                        + " columns.",
                Span.words(String.join(", ", missing)))));
    }
}
