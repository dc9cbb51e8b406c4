package org.kvartal.reports.section.pricecompetitor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kvartal.reports.chart.BarChart;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;
import org.kvartal.reports.section.PriceLevel;
import tech.tablesaw.api.Table;

/** The rivals' products one by one: their price beside ours. */
final class PricePositions {
    private static final int MOST_PRODUCTS = 15;
    private static final String TABLE = PriceLevel.TABLE;
    private static final Unit GAP = Unit.RATE.asChange();

    /** A product of a competitor. */
    private record Position(String id, Cell product, Cell competitor, Cell own, Cell match) {
        String condition() {
            return Condition.is("competitor_product_id", id);
        }

        String name() {
            return ((Cell.Label) product).text() + " (" + ((Cell.Label) competitor).text() + ")";
        }
    }

    private PricePositions() {}

    static List<Block> blocks(ReportData data) {
        List<Position> positions = positions(data);
        List<Block> blocks = new ArrayList<>();
        List<Position> priced = positions.stream()
                .filter(position -> gap(data, position).number().isPresent())
                .toList();
        if (!priced.isEmpty()) {
            blocks.add(new Figure(chart(data, priced)));
        }
        blocks.add(table(data, positions));
        blocks.addAll(remarks(data));
        return blocks;
    }

    /** Those with a known gap first, the widest gaps first. */
    private static List<Position> positions(ReportData data) {
        Table rows = data.table("select p.competitor_product_id as id, coalesce(nullif(trim(r.name), ''),"
                + " p.competitor_product_id) as product, coalesce(c.name, p.competitor_id, '') as competitor,"
                + " coalesce(o.name, p.product_id, '') as own, coalesce(p.match, '') as match"
                + " from " + TABLE + " p"
                + " left join crm.competitor_products r on r.competitor_product_id = p.competitor_product_id"
                + " left join crm.competitors c on c.competitor_id = p.competitor_id"
                + " left join crm.products o on o.product_id = p.product_id"
                + " order by p.gap_rate is null, abs(p.gap_rate) desc, p.competitor_product_id limit " + MOST_PRODUCTS);
        return IntStream.range(0, rows.rowCount())
                .mapToObj(i -> new Position(
                        rows.stringColumn("id").get(i),
                        label(rows, "product", i),
                        label(rows, "competitor", i),
                        label(rows, "own", i),
                        label(rows, "match", i)))
                .toList();
    }

    private static Cell label(Table rows, String column, int row) {
        String text = rows.stringColumn(column).get(row);
        return Cell.label(text.isBlank() ? "none" : text);
    }

    private static BarChart chart(ReportData data, List<Position> priced) {
        Fact[] gaps = priced.stream().map(position -> gap(data, position)).toArray(Fact[]::new);
        Fact dearer = data.fact(Origin.of(TABLE, "count(*)").where("gap_rate > 0"), Unit.count("products"));
        Fact all = data.fact(Origin.of(TABLE, "count(*)").where("gap_rate is not null"), Unit.count("products"));
        Heading heading = new Heading(
                Text.of("We are dearer than {0} of the {1} rival products whose price is known", dearer, all),
                data.project().name(),
                "Own price above (+) or below (\u2212) the rival's",
                GAP,
                Period.day(data.asOf()) + ", widest gaps");
        return new BarChart(heading, priced.stream().map(Position::name).toList(), List.of(Series.actual(gaps)));
    }

    /** A gap is not a share of cases, so that a number of cases would mislead. */
    private static Fact gap(ReportData data, Position position) {
        return data.fact(new Origin(TABLE, position.condition(), "max(gap_rate)"), GAP)
                .ofRows(Fact.UNCOUNTED);
    }

    private static DataTable table(ReportData data, List<Position> positions) {
        Unit price = Unit.price(data.project().currency());
        DataTable table = DataTable.of(
                "Price positions, widest gaps first",
                Column.text("Rival product"),
                Column.text("Competitor"),
                Column.text("Own product"),
                Column.text("Match"),
                Column.exact("Own price", price),
                Column.exact("Rival's price", price),
                Column.number("Gap", GAP),
                Column.exact("Last seen", Unit.DATE));
        for (Position position : positions) {
            table = table.row(
                    position.product(),
                    position.competitor(),
                    position.own(),
                    position.match(),
                    fact(data, position, "max(own_price)", price),
                    fact(data, position, "max(competitor_price)", price),
                    Cell.number(gap(data, position)),
                    fact(data, position, "max(observed_on)", Unit.DATE));
        }
        return table;
    }

    private static Cell fact(ReportData data, Position position, String measure, Unit unit) {
        return Cell.number(data.fact(new Origin(TABLE, position.condition(), measure), unit));
    }

    private static List<Block> remarks(ReportData data) {
        PriceLevel level = PriceLevel.read(data);
        Fact promoted = data.fact(Origin.of(TABLE, "count(*)").where("promotion"), Unit.count("products"));
        List<Block> remarks = new ArrayList<>();
        if (level.leftOut().number().orElseThrow().signum() > 0) {
            remarks.add(new Paragraph(Text.of(
                    "{0} priced products are left out of the average: substitutes, or matches less than 70% sure.",
                    level.leftOut())));
        }
        if (promoted.number().orElseThrow().signum() > 0) {
            remarks.add(new Paragraph(Text.of(
                    "{0} of the {1} rival products were last seen in a promotion.", promoted, level.products())));
        }
        if (level.stale().number().orElseThrow().signum() > 0) {
            remarks.add(Notice.caveat(Text.of(
                    "{0} of {1} rival prices were not seen for 60 days; they are stale and left empty.",
                    level.stale(), level.products())));
        }
        return remarks;
    }
}
