package org.kvartal.reports.section.pricecompetitor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import tech.tablesaw.api.Table;

/** What each competitor is known for, why deals are lost, what goes with winning, and what promotions bring. */
final class WinFactors {
    private static final int MOST_RIVALS = 10;
    private static final int MOST_REASONS = 8;
    private static final int MOST_DRIVERS = 12;
    private static final String RIVALS = "forecast.rival_results";
    private static final String REASONS = "forecast.lost_reasons";
    private static final String DRIVERS = "forecast.win_drivers";
    private static final String PROMOTIONS = "forecast.promotion_effects";
    private static final String ELASTICITIES = "forecast.price_elasticities";
    private static final Unit DEALS = Unit.count("opportunities");
    private static final Unit PERCENT = Unit.measure("%", 1).asChange();
    private static final Unit CHANGE = Unit.RATE.asChange();
    private static final List<String> PARTS = List.of("lift", "price_cut", "gross", "dip", "cannibalised", "net");

    private final ReportData data;

    private WinFactors(ReportData data) {
        this.data = data;
    }

    static List<Block> blocks(ReportData data) {
        WinFactors factors = new WinFactors(data);
        List<Block> blocks = new ArrayList<>();
        if (factors.count(RIVALS, "competitor_id is not null")) {
            blocks.add(factors.rivals());
        }
        if (factors.count(REASONS, "competitor_id is null")) {
            blocks.add(factors.reasons());
        }
        if (factors.count(DRIVERS, "")) {
            blocks.add(factors.drivers());
            blocks.add(
                    new Paragraph(Text.of("Reasons are what sellers enter, effects what winning went with in all closed"
                            + " deals. Where they disagree, ask customers.")));
        }
        factors.addElasticity(blocks);
        if (factors.count(PROMOTIONS, "estimate is not null")) {
            blocks.add(factors.promotions());
        }
        return blocks;
    }

    private boolean count(String table, String filter) {
        return data.fact(table, filter, "count(*)", DEALS)
                        .number()
                        .orElseThrow()
                        .signum()
                > 0;
    }

    private Cell cell(String table, String filter, String measure, Unit unit) {
        return Cell.number(data.fact(table, filter, measure, unit).ofRows(Fact.UNCOUNTED));
    }

    private List<String> texts(Table rows, String column) {
        return IntStream.range(0, rows.rowCount())
                .mapToObj(i -> rows.stringColumn(column).get(i))
                .toList();
    }

    private DataTable rivals() {
        DataTable table = DataTable.of(
                "What is known of each competitor, most met first",
                Column.text("Competitor"),
                Column.number("Met in", Unit.RATE),
                Column.number("Our offer above", PERCENT),
                Column.text("Most lost for"),
                Column.exact("Last met", Unit.DATE),
                Column.exact("Price seen", Unit.DATE));
        Table rows = data.table("select r.competitor_id as id, coalesce(c.name, r.competitor_id) as name,"
                + " coalesce((select max_by(l.reason, l.lost_count) from " + REASONS
                + " l where l.competitor_id = r.competitor_id), '') as reason from " + RIVALS + " r left join"
                + " crm.competitors c on c.competitor_id = r.competitor_id where r.competitor_id is not null"
                + " order by r.closed_count + r.open_count desc, r.competitor_id limit " + MOST_RIVALS);
        for (int i = 0; i < rows.rowCount(); i++) {
            String filter = Condition.is("competitor_id", texts(rows, "id").get(i));
            table = table.row(
                    Cell.label(Text.name(texts(rows, "name").get(i))),
                    cell(RIVALS, filter, "max(met_rate)", Unit.RATE),
                    cell(RIVALS, filter, "max(mean_gap)", PERCENT),
                    Cell.label(stated(texts(rows, "reason").get(i))),
                    cell(RIVALS, filter, "max(last_met_on)", Unit.DATE),
                    cell(RIVALS, filter, "max(price_seen_on)", Unit.DATE));
        }
        return table;
    }

    private static Text stated(String text) {
        return text.isBlank() ? Text.of("not stated") : Text.name(text);
    }

    private DataTable reasons() {
        DataTable table = DataTable.of(
                "Why deals were lost in twelve months, as sellers say",
                Column.text("Reason"),
                Column.number("Lost", DEALS),
                Column.number("Share", Unit.RATE),
                Column.number("95% from", Unit.RATE),
                Column.number("95% to", Unit.RATE));
        Table rows = data.table("select coalesce(reason, '') as reason from " + REASONS
                + " where competitor_id is null order by lost_count desc, reason limit " + MOST_REASONS);
        for (String reason : texts(rows, "reason")) {
            String filter = Condition.all(
                    "competitor_id is null", reason.isEmpty() ? "reason is null" : Condition.is("reason", reason));
            table = table.row(
                    Cell.label(stated(reason)),
                    cell(REASONS, filter, "max(lost_count)", DEALS),
                    cell(REASONS, filter, "max(lost_rate)", Unit.RATE),
                    cell(REASONS, filter, "max(lost_rate_low)", Unit.RATE),
                    cell(REASONS, filter, "max(lost_rate_high)", Unit.RATE));
        }
        return table;
    }

    private DataTable drivers() {
        DataTable table = DataTable.of(
                "What winning went with, all else equal, the most certain first; 36 months",
                Column.text("Factor"),
                Column.text("By, or compared with"),
                Column.number("Change of the chance to win", Unit.POINTS),
                Column.number("95% from", Unit.POINTS),
                Column.number("95% to", Unit.POINTS),
                Column.number("Deals", DEALS));
        Table rows = data.table("select d.factor as factor, d.member as member, d.unit as unit,"
                + " coalesce(c.name, d.member) as name from " + DRIVERS + " d left join crm.competitors c"
                + " on d.factor = 'competitor' and c.competitor_id = d.member order by d.rank limit " + MOST_DRIVERS);
        for (int i = 0; i < rows.rowCount(); i++) {
            String factor = texts(rows, "factor").get(i);
            String filter = Condition.all(
                    Condition.is("factor", factor),
                    Condition.is("member", texts(rows, "member").get(i)));
            table = table.row(
                    Cell.label(factor(factor, texts(rows, "name").get(i))),
                    Cell.label(Text.phrase(texts(rows, "unit").get(i))),
                    cell(DRIVERS, filter, "max(effect)", Unit.POINTS),
                    cell(DRIVERS, filter, "max(effect_low)", Unit.POINTS),
                    cell(DRIVERS, filter, "max(effect_high)", Unit.POINTS),
                    cell(DRIVERS, filter, "max(deal_count)", DEALS));
        }
        return table;
    }

    private static Text factor(String factor, String member) {
        return member.isBlank() ? Text.phrase(factor) : Text.of("{0} {1}", Span.phrase(factor), Span.words(member));
    }

    private void addElasticity(List<Block> blocks) {
        Unit plain = Unit.measure("", 2);
        Origin all = new Origin(ELASTICITIES, "product_id is null", "max(elasticity)");
        Fact mean = data.fact(all, plain).ofRows(Fact.UNCOUNTED);
        if (mean.number().isPresent()) {
            blocks.add(new Paragraph(Text.of(
                    "Over all products the price elasticity of the quantity ordered is {0} (95% interval {1} to {2}; {3}).",
                    mean,
                    data.cell(ELASTICITIES, all.filter(), "elasticity_low", plain),
                    data.cell(ELASTICITIES, all.filter(), "elasticity_high", plain),
                    data.cell(ELASTICITIES, all.filter(), "note", Unit.PHRASE))));
        }
    }

    private DataTable promotions() {
        DataTable table = DataTable.of(
                "What promotions add, as shares of what a promoted month would have sold",
                Column.text("Part"),
                Column.number("Share", CHANGE),
                Column.number("95% from", CHANGE),
                Column.number("95% to", CHANGE));
        for (String part : PARTS) {
            String filter = Condition.is("term", part);
            table = table.row(
                    Cell.label(Text.phrase(part.replace('_', ' '))),
                    cell(PROMOTIONS, filter, "max(estimate)", CHANGE),
                    cell(PROMOTIONS, filter, "max(low)", CHANGE),
                    cell(PROMOTIONS, filter, "max(high)", CHANGE));
        }
        return table;
    }
}
