package org.kvartal.reports.section.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.ingest.model.FiscalQuarter;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.measure.Measures;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.OpenPipeline;
import org.kvartal.reports.section.Period;

/** What came of the deals promised for a quarter at its start, and how often promises are put off. */
final class Slippage {
    private static final String TABLE = "mart.slippage_by_quarter";
    private static final String PROMISES = "mart.promises";
    private static final int QUARTERS = 4;

    private Slippage() {}

    static List<Block> blocks(ReportData data) {
        List<Block> blocks = new ArrayList<>();
        List<FiscalQuarter> quarters = quarters(data);
        if (!quarters.isEmpty()) {
            blocks.add(table(data, quarters));
        }
        if (isPositive(data.fact(pushed(), OpenPipeline.COUNT))) {
            blocks.add(pushes(data));
        }
        return blocks;
    }

    /** The last finished quarters at whose start deals were promised, the latest first. */
    private static List<FiscalQuarter> quarters(ReportData data) {
        List<FiscalQuarter> quarters = new ArrayList<>();
        FiscalQuarter quarter = data.project()
                .fiscalCalendar()
                .quarterOf(data.asOf().plusDays(1))
                .previous();
        for (int i = 0; i < QUARTERS; i++) {
            if (isPositive(fact(data, quarter, "coalesce(sum(promised_count), 0)", OpenPipeline.COUNT))) {
                quarters.add(quarter);
            }
            quarter = quarter.previous();
        }
        return quarters;
    }

    private static DataTable table(ReportData data, List<FiscalQuarter> quarters) {
        DataTable table = DataTable.of(
                "What came of the deals promised for a quarter at its start",
                Column.text("Quarter"),
                Column.number("Promised", OpenPipeline.COUNT),
                Column.number("Won", OpenPipeline.COUNT),
                Column.number("Lost", OpenPipeline.COUNT),
                Column.number("Slipped", OpenPipeline.COUNT),
                Column.number("Amount promised", data.money()),
                Column.number("Amount slipped", data.money()),
                Column.number("Slipped, of the amount", Unit.RATE));
        for (FiscalQuarter quarter : quarters) {
            table = table.row(
                    Period.name(quarter),
                    fact(data, quarter, "sum(promised_count)", OpenPipeline.COUNT),
                    fact(data, quarter, "sum(won_count)", OpenPipeline.COUNT),
                    fact(data, quarter, "sum(lost_count)", OpenPipeline.COUNT),
                    fact(data, quarter, "sum(slipped_count)", OpenPipeline.COUNT),
                    fact(data, quarter, "sum(promised_amount)", data.money()),
                    fact(data, quarter, "sum(slipped_amount)", data.money()),
                    fact(data, quarter, Measures.SLIPPAGE_SHARE.sql(), Unit.RATE));
        }
        return table;
    }

    private static Paragraph pushes(ReportData data) {
        return new Paragraph(Text.of(
                "The promised close of {0} of {1} open deals was put off, by {2} in the median; {3} of them were put off"
                        + " three times or more, worth {4}.",
                data.fact(pushed(), OpenPipeline.COUNT),
                data.fact(PROMISES, "outcome = 'open'", "count(*)", OpenPipeline.COUNT),
                data.fact(pushed("median(push_days)"), Unit.measure("days", 0)),
                data.fact(often("count(*)"), OpenPipeline.COUNT),
                data.fact(often("coalesce(sum(amount), 0)"), data.money())));
    }

    private static Origin pushed() {
        return pushed("count(*)");
    }

    private static Origin pushed(String measure) {
        return new Origin(PROMISES, "outcome = 'open' and push_count > 0", measure);
    }

    private static Origin often(String measure) {
        return new Origin(PROMISES, "outcome = 'open' and push_count >= 3", measure);
    }

    private static Fact fact(ReportData data, FiscalQuarter quarter, String measure, Unit unit) {
        String starts = "quarter = " + Condition.literal(quarter.firstDay());
        return data.fact(TABLE, Condition.all("finished", starts), measure, unit);
    }

    private static boolean isPositive(Fact fact) {
        return fact.number().filter(number -> number.signum() > 0).isPresent();
    }
}
