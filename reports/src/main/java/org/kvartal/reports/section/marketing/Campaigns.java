package org.kvartal.reports.section.marketing;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Share;
import tech.tablesaw.api.Table;

/** What campaigns cost and what they are credited with, by the first touch. */
final class Campaigns {
    private static final String TABLE = "mart.campaign_results";
    private static final String FIRST = "touch = 'first'";
    private static final String LAST = "touch = 'last'";
    private static final int MOST_CAMPAIGNS = 12;
    private static final Unit LEADS = Unit.count("leads");
    private static final Unit DEALS = Unit.count("opportunities");

    private Campaigns() {}

    static boolean known(ReportData data) {
        return data.fact(TABLE, "campaign_id is not null", "count(*)", DEALS)
                        .number()
                        .orElseThrow()
                        .signum()
                > 0;
    }

    static List<Block> blocks(ReportData data) {
        List<Block> blocks = new ArrayList<>(List.of(table(data)));
        String attributed = "campaign_id is not null";
        Fact unattributed = data.fact(
                TABLE,
                FIRST,
                "sum(won_amount) filter (where campaign_id is null) / nullif(sum(won_amount), 0)",
                Unit.RATE);
        blocks.add(new Paragraph(Text.of(
                "{0} of the amount won is credited to no campaign. Credited are {1} wins by the first touch (the campaign of the"
                        + " earliest lead), {2} by the last (the campaign recorded with the deal).",
                unattributed.ofRows(Fact.UNCOUNTED),
                data.fact(TABLE, Condition.all(FIRST, attributed), "coalesce(sum(won_count), 0)", DEALS),
                data.fact(TABLE, Condition.all(LAST, attributed), "coalesce(sum(won_count), 0)", DEALS))));
        blocks.add(Notice.caveat(
                Text.of("Credit is not effect: some of these customers would have come without the campaign."
                        + " Young campaigns have won little yet, and look dear.")));
        return blocks;
    }

    private static DataTable table(ReportData data) {
        Unit price = data.money();
        DataTable table = DataTable.of(
                "Campaigns, the latest first, deals credited by the first touch",
                Column.text("Campaign"),
                Column.number("Cost", data.money()),
                Column.number("Leads", LEADS),
                Column.number("Cost per lead", price),
                Column.number("Deals", DEALS),
                Column.number("Won", DEALS),
                Column.number("Win rate", Unit.RATE),
                Column.number("95% from", Unit.RATE),
                Column.number("95% to", Unit.RATE),
                Column.number("Cost per win", price),
                Column.exact("Won amount", data.money()));
        Table rows = data.table("select r.campaign_id as id, coalesce(c.name, r.campaign_id) as name from " + TABLE
                + " r left join crm.campaigns c on c.campaign_id = r.campaign_id where r.touch = 'first' and"
                + " r.campaign_id is not null order by r.started_on desc nulls last, r.campaign_id limit "
                + MOST_CAMPAIGNS);
        for (int i = 0; i < rows.rowCount(); i++) {
            String id = rows.stringColumn("id").get(i);
            table = table.row(cells(
                    data,
                    Text.name(rows.stringColumn("name").get(i)),
                    Condition.all(FIRST, Condition.is("campaign_id", id))));
        }
        table = table.row(cells(data, Text.of("no campaign"), Condition.all(FIRST, "campaign_id is null")));
        return table.total(cells(data, Text.of("All campaigns, and none"), FIRST));
    }

    private static Cell[] cells(ReportData data, Text label, String filter) {
        Estimate won = Share.of(data, new Origin(TABLE, filter, "*"), "won_count", "won_count + lost_count");
        String costed = "filter (where cost is not null)";
        return new Cell[] {
            Cell.label(label),
            Cell.number(data.fact(TABLE, filter, "sum(cost)", data.money())),
            Cell.number(data.fact(TABLE, filter, "coalesce(sum(lead_count), 0)", LEADS)),
            Cell.number(data.fact(TABLE, filter, "sum(cost) / nullif(sum(lead_count) " + costed + ", 0)", data.money())
                    .ofRows(Fact.UNCOUNTED)),
            Cell.number(data.fact(TABLE, filter, "coalesce(sum(opportunity_count), 0)", DEALS)),
            Cell.number(data.fact(TABLE, filter, "coalesce(sum(won_count), 0)", DEALS)),
            Cell.number(won.value()),
            Cell.number(won.low()),
            Cell.number(won.high()),
            Cell.number(data.fact(TABLE, filter, "sum(cost) / nullif(sum(won_count) " + costed + ", 0)", data.money())
                    .ofRows(Fact.UNCOUNTED)),
            Cell.number(data.fact(TABLE, filter, "coalesce(sum(won_amount), 0)", data.money()))
        };
    }
}
