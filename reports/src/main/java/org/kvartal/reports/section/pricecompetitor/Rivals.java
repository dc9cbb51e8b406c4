package org.kvartal.reports.section.pricecompetitor;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Dimension;
import org.kvartal.reports.section.Member;
import org.kvartal.reports.section.Members;
import org.kvartal.reports.section.Period;
import org.kvartal.reports.section.Share;
import org.kvartal.reports.section.WinRates;

/** The competitors met in deals: how often we win against each, and what is contested now. */
final class Rivals {
    private static final int MONTHS_OF_CLOSINGS = 12;
    private static final int MOST_RIVALS = 10;
    private static final String TABLE = "mart.closed_by_competitor";
    private static final Unit COUNT = Unit.count("opportunities");

    private Rivals() {}

    static boolean known(ReportData data) {
        return data.fact(TABLE, "competitor_id is not null", "count(*)", COUNT)
                        .number()
                        .orElseThrow()
                        .signum()
                > 0;
    }

    private static Period year(ReportData data) {
        return Period.lastMonths(MONTHS_OF_CLOSINGS, data.asOf());
    }

    static Text sentence(ReportData data) {
        Share contested =
                Share.wonAgainst(data, Condition.all(year(data).includes("month"), "competitor_id is not null"));
        return Text.of(
                "When a competitor is met, {0} of the closed deals are won (95% interval {1} to {2}, {3} closed).",
                contested.rate().value(),
                contested.rate().low(),
                contested.rate().high(),
                contested.all());
    }

    static List<Block> blocks(ReportData data) {
        List<Block> blocks = new ArrayList<>();
        WinRates.byCompetitor(data, year(data))
                .chart(data, "Win rate when the competitor is met")
                .map(Figure::new)
                .ifPresent(blocks::add);
        return blocks;
    }

    static List<Block> details(ReportData data) {
        return List.of(table(data), new Paragraph(unknown(data)));
    }

    private static DataTable table(ReportData data) {
        Period year = year(data);
        DataTable table = DataTable.of(
                Text.of("Competitors met, closed in {0} and open now", year.name()),
                Column.text("Competitor"),
                Column.number("Closed", COUNT),
                Column.number("Won", COUNT),
                Column.number("Win rate", Unit.RATE),
                Column.number("95% from", Unit.RATE),
                Column.number("95% to", Unit.RATE),
                Column.number("Open deals", COUNT),
                Column.number("Open amount", data.money()));
        Origin size = new Origin(TABLE, "competitor_id is not null", "sum(contested_count)");
        for (Member rival : Members.largest(data, Dimension.COMPETITOR, size, MOST_RIVALS)) {
            table = row(data, table, rival, Condition.all(rival.condition(), "competitor_id is not null"));
        }
        Share all = Share.won(data, year.includes("month"));
        return table.total(
                Cell.label("All deals, contested or not"),
                Cell.number(all.all()),
                Cell.number(all.cases()),
                Cell.number(all.rate().value()),
                Cell.number(all.rate().low()),
                Cell.number(all.rate().high()),
                Cell.number(data.fact(Origin.of("mart.open_opportunities", "count(*)"), COUNT)),
                Cell.number(data.fact(Origin.of("mart.open_opportunities", "coalesce(sum(amount), 0)"), data.money())));
    }

    private static DataTable row(ReportData data, DataTable table, Member rival, String condition) {
        Share share = Share.wonAgainst(data, Condition.all(condition, year(data).includes("month")));
        return table.row(
                rival.label(),
                share.all(),
                share.cases(),
                share.rate().value(),
                share.rate().low(),
                share.rate().high(),
                data.fact(TABLE, condition, "sum(open_count)", COUNT),
                data.fact(TABLE, condition, "sum(open_amount)", data.money()));
    }

    private static Text unknown(ReportData data) {
        String unknown = Condition.all(year(data).includes("month"), "competitor_id is null");
        Fact count = data.fact(TABLE, unknown, "coalesce(sum(won_count + lost_count), 0)", COUNT);
        Fact all = Share.won(data, year(data).includes("month")).all();
        return Text.of(
                "A deal with two competitors counts for each, so the rows do not add up. In {0} of the {1} closed deals"
                        + " no competitor is known.",
                count, all);
    }
}
