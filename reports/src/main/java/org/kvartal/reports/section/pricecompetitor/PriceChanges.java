package org.kvartal.reports.section.pricecompetitor;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import tech.tablesaw.api.Table;

/** The prices that the night before did not know. */
final class PriceChanges {
    private static final int MOST_CHANGES = 10;
    private static final String TABLE = "forecast.price_versions";
    private static final String CHANGED = "is_news and price <> price_before";
    private static final Unit PRICES = Unit.count("prices");

    /** A version of a price. */
    private record Version(String product, String seller, String condition) {}

    private PriceChanges() {}

    /** Empty on the first night, which has none before it. */
    static List<Block> blocks(ReportData data) {
        return data.previous().map(night -> blocks(data, night)).orElse(List.of());
    }

    private static List<Block> blocks(ReportData data, LocalDate night) {
        Fact changed = count(data, CHANGED);
        if (changed.number().orElseThrow().signum() == 0) {
            return List.of(new Paragraph(Text.of("No price has changed since the report of {0}.", Span.day(night))));
        }
        Paragraph sum = new Paragraph(Text.of(
                "Since the report of {4}, {0} prices have changed: {1} of ours, {2} of rivals, {3} of them downwards.",
                changed,
                count(data, CHANGED + " and competitor_product_id is null"),
                count(data, CHANGED + " and competitor_product_id is not null"),
                count(data, CHANGED + " and price < price_before"),
                Span.day(night)));
        return List.of(sum, table(data, night));
    }

    private static Fact count(ReportData data, String filter) {
        return data.fact(TABLE, filter, "count(*)", PRICES);
    }

    private static DataTable table(ReportData data, LocalDate night) {
        Unit price = Unit.price(data.project().currency());
        DataTable table = DataTable.of(
                Text.of("Prices changed since {0}, largest changes first", Span.day(night)),
                Column.text("Product"),
                Column.text("Seller"),
                Column.exact("Before", price),
                Column.exact("Now", price),
                Column.number("Change", Unit.RATE.asChange()),
                Column.exact("Since", Unit.DATE),
                Column.text("Promotion"));
        for (Version version : versions(data)) {
            Fact promotion = fact(data, version, "if(bool_or(promotion), 'yes', 'no')", Unit.PHRASE);
            table = table.row(
                    Cell.label(Text.name(version.product())),
                    Cell.label(Text.name(version.seller())),
                    Cell.number(fact(data, version, "max(price_before)", price)),
                    Cell.number(fact(data, version, "max(price)", price)),
                    Cell.number(fact(
                            data,
                            version,
                            "cast(max(price) as double) / nullif(cast(max(price_before) as double), 0) - 1",
                            Unit.RATE.asChange())),
                    Cell.number(fact(data, version, "max(valid_from)", Unit.DATE)),
                    Cell.number(promotion));
        }
        return table;
    }

    private static Fact fact(ReportData data, Version version, String measure, Unit unit) {
        return data.fact(TABLE, version.condition(), measure, unit);
    }

    private static List<Version> versions(ReportData data) {
        Table rows = data.table("select coalesce(nullif(trim(r.name), ''), nullif(trim(o.name), ''),"
                + " v.competitor_product_id, v.product_id) as product, coalesce(c.name, v.competitor_id, 'own') as seller,"
                + " coalesce(v.product_id, '') as product_id, coalesce(v.competitor_product_id, '') as other_id,"
                + " v.valid_from as valid_from from " + TABLE + " v"
                + " left join crm.competitor_products r on r.competitor_product_id = v.competitor_product_id"
                + " left join crm.competitors c on c.competitor_id = v.competitor_id"
                + " left join crm.products o on o.product_id = v.product_id where " + CHANGED
                + " order by abs(ln(cast(v.price as double) / nullif(cast(v.price_before as double), 0))) desc nulls last,"
                + " v.product_id, v.competitor_product_id, v.valid_from limit " + MOST_CHANGES);
        return IntStream.range(0, rows.rowCount())
                .mapToObj(i -> new Version(
                        rows.stringColumn("product").get(i),
                        rows.stringColumn("seller").get(i),
                        Condition.all(
                                Condition.is(
                                        "product_id",
                                        rows.stringColumn("product_id").get(i)),
                                Condition.is(
                                        "competitor_product_id",
                                        rows.stringColumn("other_id").get(i)),
                                "valid_from = "
                                        + Condition.literal(
                                                rows.dateColumn("valid_from").get(i)))))
                .toList();
    }
}
