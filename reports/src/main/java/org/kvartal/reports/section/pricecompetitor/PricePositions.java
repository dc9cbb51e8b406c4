package org.kvartal.reports.section.pricecompetitor;

import java.util.ArrayList;
import java.util.List;
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
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Dimension;
import org.kvartal.reports.section.Member;
import org.kvartal.reports.section.Members;
import org.kvartal.reports.section.PriceLevel;

/** Own products one by one: their price beside those of their rivals. */
final class PricePositions {
    private static final int MOST_PRODUCTS = 12;
    private static final String TABLE = PriceLevel.TABLE;
    private static final Unit GAP = Unit.RATE.asChange();
    private static final Unit PRODUCTS = Unit.count("products");
    private static final Unit PLACE = Unit.measure("", 0);

    private PricePositions() {}

    static List<Block> blocks(ReportData data) {
        List<Block> blocks = new ArrayList<>();
        Origin size = new Origin(TABLE, "compared", "coalesce(sum(sales_weight), 0)");
        List<Member> products = Members.largest(data, Dimension.PRODUCT, size, MOST_PRODUCTS).stream()
                .filter(product -> !product.isOthers())
                .toList();
        if (!products.isEmpty()) {
            blocks.add(new Figure(chart(data, products)));
            blocks.add(table(data, products));
        }
        blocks.addAll(remarks(data));
        return blocks;
    }

    private static BarChart chart(ReportData data, List<Member> products) {
        Fact dearer = ofProducts(data, "compared", "count(distinct product_id) filter (where mean_gap > 0)");
        Fact all = ofProducts(data, "compared", "count(distinct product_id)");
        Fact[] gaps = products.stream().map(product -> gap(data, product)).toArray(Fact[]::new);
        Heading heading = new Heading(
                Text.of("We are dearer than the mean of the rivals in {0} of the {1} products compared", dearer, all),
                data.project().name(),
                "Own price above (+) or below (\u2212) the rivals' mean",
                GAP,
                Text.of("{0}, most sold first", Span.day(data.asOf())));
        return new BarChart(heading, products.stream().map(Member::label).toList(), List.of(Series.actual(gaps)));
    }

    private static Fact ofProducts(ReportData data, String filter, String measure) {
        String withMeans = "(select *, avg(gap_log) filter (where compared) over (partition by product_id) as mean_gap"
                + " from " + TABLE + ")";
        return data.fact(withMeans, filter, measure, PRODUCTS);
    }

    /** A gap is not a share of cases, so that a number of cases would mislead. */
    private static Fact gap(ReportData data, Member product) {
        return data.fact(TABLE, Condition.all("compared", product.condition()), "exp(avg(gap_log)) - 1", GAP)
                .ofRows(Fact.UNCOUNTED);
    }

    private static DataTable table(ReportData data, List<Member> products) {
        Unit price = Unit.price(data.project().currency());
        DataTable table = DataTable.of(
                "Price positions, most sold first; rank 1 is the cheapest",
                Column.text("Own product"),
                Column.exact("Own price", price),
                Column.exact("Cheapest rival", price),
                Column.number("Gap to mean", GAP),
                Column.exact("Rank", PLACE),
                Column.exact("Of", PLACE),
                Column.exact("Oldest seen", Unit.DATE));
        for (Member product : products) {
            table = table.row(
                    Cell.label(product.label()),
                    fact(data, product, "max(own_price)", price),
                    fact(data, product, "min(competitor_price)", price),
                    Cell.number(gap(data, product)),
                    fact(data, product, "max(product_cheaper_count) + 1", PLACE),
                    fact(data, product, "max(product_compared_count) + 1", PLACE),
                    fact(data, product, "min(observed_on)", Unit.DATE));
        }
        return table;
    }

    private static Cell fact(ReportData data, Member product, String measure, Unit unit) {
        return Cell.number(data.fact(TABLE, Condition.all("compared", product.condition()), measure, unit));
    }

    private static List<Block> remarks(ReportData data) {
        PriceLevel level = PriceLevel.read(data);
        Fact promoted = data.fact(TABLE, "promotion", "count(*)", PRODUCTS);
        List<Block> remarks = new ArrayList<>();
        if (level.weighted().number().isPresent()) {
            remarks.add(new Paragraph(level.unweighted()));
        }
        if (isSome(level.leftOut())) {
            remarks.add(new Paragraph(Text.of(
                    "{0} priced products are compared with nothing: substitutes, matches less than 70% sure, or prices more than twice or less than half of ours.",
                    level.leftOut())));
        }
        if (isSome(promoted)) {
            remarks.add(new Paragraph(Text.of(
                    "{0} of the {1} rival products were last seen in a promotion.", promoted, level.products())));
        }
        return remarks;
    }

    /** What the level of prices does not know. */
    static List<Block> caveats(ReportData data) {
        PriceLevel level = PriceLevel.read(data);
        List<Block> remarks = new ArrayList<>();
        if (isSome(level.stale())) {
            Fact age = data.fact(Origin.of(TABLE, "max(maximum_age_days)"), Unit.count("days"));
            remarks.add(Notice.caveat(Text.of(
                    "{0} of {1} rival prices were never seen, or not for {2} days; they are stale and left empty.",
                    level.stale(), level.products(), age)));
        }
        if (level.coversLittle()) {
            remarks.add(Notice.caveat(Text.of(
                    "Only {0} of our sales have a rival's price beside them; the level says nothing of the rest.",
                    level.coverage())));
        }
        return remarks;
    }

    private static boolean isSome(Fact count) {
        return count.number().orElseThrow().signum() > 0;
    }
}
