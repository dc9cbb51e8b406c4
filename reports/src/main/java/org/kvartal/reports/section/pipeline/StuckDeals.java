package org.kvartal.reports.section.pipeline;

import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.DealLabel;
import org.kvartal.reports.section.OpenPipeline;

/** The deals that do not move any more: for how long in their stage, or open where stages are not dated, and what is at risk. */
final class StuckDeals {
    private static final int MOST_DEALS = 10;
    private static final Unit DAYS = Unit.measure("days", 0);

    private StuckDeals() {}

    static List<Block> blocks(ReportData data, OpenPipeline pipeline) {
        if (!pipeline.hasLimits()) {
            return List.of(
                    Notice.noData(Text.of("Which deals are stuck is not measurable: too few deals were won to tell"
                            + " how long a deal takes.")));
        }
        if (pipeline.stuck().number().orElseThrow().signum() == 0) {
            return List.of(new Paragraph(Text.of("No open deal is stuck.")));
        }
        return List.of(table(data));
    }

    private static DataTable table(ReportData data) {
        String ranked = "select opportunity_id, row_number() over (order by amount desc nulls last, age_days desc"
                + " nulls last, opportunity_id) as place from " + OpenPipeline.DEALS
                + " where stuck order by place limit " + MOST_DEALS;
        DataTable table = DataTable.of(
                "Stuck deals: in their stage, or open, for longer than 95 of 100, and nothing done for 30 days",
                Column.text("Deal"),
                Column.text("Customer"),
                Column.text("Owner"),
                Column.text("Stage"),
                Column.number("Standing", DAYS),
                Column.exact("Last activity", Unit.DATE),
                Column.exact("At risk", data.money()));
        List<DealLabel> deals = DealLabel.of(data, ranked);
        for (DealLabel deal : deals) {
            table = table.row(
                    deal.deal(),
                    deal.customer(),
                    deal.owner(),
                    deal.stage(),
                    number(data, deal.condition(), "max(coalesce(stage_days, age_days))", DAYS),
                    number(data, deal.condition(), "max(last_activity_date)", Unit.DATE),
                    number(data, deal.condition(), "sum(amount)", data.money()));
        }
        List<String> named = deals.stream().map(DealLabel::id).toList();
        return closed(data, table, Condition.isNoneOf("opportunity_id", named));
    }

    private static DataTable closed(ReportData data, DataTable table, String others) {
        String rest = Condition.all("stuck", others);
        Fact count = data.fact(OpenPipeline.DEALS, rest, "count(*)", OpenPipeline.COUNT);
        DataTable whole =
                count.number().orElseThrow().signum() == 0 ? table : table.row(summary(data, "All others", rest));
        return whole.total(summary(data, "Total", "stuck"));
    }

    private static Cell[] summary(ReportData data, @Message String label, String filter) {
        return new Cell[] {
            Cell.label(label),
            Cell.blank(),
            Cell.blank(),
            Cell.blank(),
            Cell.blank(),
            Cell.blank(),
            number(data, filter, "sum(amount)", data.money())
        };
    }

    private static Cell number(ReportData data, String filter, String measure, Unit unit) {
        return Cell.number(data.fact(OpenPipeline.DEALS, filter, measure, unit));
    }
}
