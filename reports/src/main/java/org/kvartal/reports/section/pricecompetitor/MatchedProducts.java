package org.kvartal.reports.section.pricecompetitor;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Dimension;
import org.kvartal.reports.section.Member;
import org.kvartal.reports.section.Members;

/** Who says which rival product stands against which of ours, and which of their prices are our own. */
final class MatchedProducts {
    private static final int MOST_RIVALS = 10;
    private static final String TABLE = "forecast.product_matches";
    private static final String BY_METHOD = "status = 'accepted'";
    private static final String BY_PERSON = "status = 'confirmed'";
    private static final String REVIEW = "status = 'review'";
    private static final String FAR = "verdict = 'far'";
    private static final Unit PRODUCTS = Unit.count("products");
    private static final Unit PRICES = Unit.count("prices");

    private MatchedProducts() {}

    /** Nothing where the source knows all matches and no price is copied or far off. */
    static List<Block> blocks(ReportData data) {
        List<Block> blocks = new ArrayList<>();
        Fact found = products(data, BY_METHOD);
        Fact review = products(data, REVIEW);
        Fact far = products(data, FAR);
        Fact copied = prices(data, "copied_count");
        if (isSome(found) || isSome(review) || isSome(far) || isSome(copied)) {
            blocks.add(table(data));
        }
        if (isSome(found) || isSome(review)) {
            blocks.add(new Paragraph(Text.of(
                    "{0} rival products are matched by how names, sizes and codes agree, at a threshold that lets one in twenty"
                            + " be wrong; {1} wait for a person's decision and are compared with nothing.",
                    found, review)));
        }
        if (isSome(copied)) {
            blocks.add(Notice.caveat(Text.of(
                    "{0} of {1} observed prices ({2}) are our own: equal to the cent, and so at several of our prices or"
                            + " against what that product costs otherwise. They are left out: whether copied by the list or"
                            + " followed by the rival, they would draw every gap towards zero.",
                    copied, prices(data, "period_count"), share(data, ""))));
        }
        if (isSome(far)) {
            blocks.add(Notice.caveat(Text.of(
                    "{0} rival products cost more than twice or less than half of ours in the median. Whatever their source"
                            + " says they are not like for like, and are left out; the gap therefore holds for products priced"
                            + " within a factor of two.",
                    far)));
        }
        return blocks;
    }

    private static DataTable table(ReportData data) {
        DataTable table = DataTable.of(
                "Which rival products stand against ours, and which prices are theirs",
                Column.text("Competitor"),
                Column.number("Matched by the source", PRODUCTS),
                Column.number("By a person", PRODUCTS),
                Column.number("By their names", PRODUCTS),
                Column.number("To review", PRODUCTS),
                Column.number("Prices too far off", PRODUCTS),
                Column.number("Prices seen beside ours", PRICES),
                Column.number("Of them our own", PRICES),
                Column.number("Share", Unit.RATE));
        Origin size = Origin.of(TABLE, "count(*)");
        for (Member rival : Members.largest(data, Dimension.COMPETITOR, size, MOST_RIVALS)) {
            String which = rival.condition();
            table = table.row(
                    Cell.label(rival.label()),
                    Cell.number(products(data, Condition.all(which, "status = 'given'"))),
                    Cell.number(products(data, Condition.all(which, BY_PERSON))),
                    Cell.number(products(data, Condition.all(which, BY_METHOD))),
                    Cell.number(products(data, Condition.all(which, REVIEW))),
                    Cell.number(products(data, Condition.all(which, FAR))),
                    Cell.number(prices(data, "period_count", which)),
                    Cell.number(prices(data, "copied_count", which)),
                    Cell.number(share(data, which)));
        }
        return table;
    }

    private static Fact products(ReportData data, String which) {
        return data.fact(TABLE, which, "count(distinct competitor_product_id)", PRODUCTS);
    }

    private static Fact prices(ReportData data, String column) {
        return prices(data, column, "");
    }

    private static Fact prices(ReportData data, String column, String which) {
        return data.fact(TABLE, which, "coalesce(sum(" + column + "), 0)", PRICES);
    }

    private static Fact share(ReportData data, String which) {
        return data.fact(TABLE, which, "sum(copied_count) / nullif(sum(period_count), 0)", Unit.RATE);
    }

    private static boolean isSome(Fact count) {
        return count.number().orElseThrow().signum() > 0;
    }
}
