package org.kvartal.reports.section.pricecompetitor;

import java.util.List;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Dimension;
import org.kvartal.reports.section.Member;
import org.kvartal.reports.section.Members;
import org.kvartal.reports.section.PriceLevel;

/** How old the latest prices of rivals are, by where they were seen: web, catalogue, customer. */
final class PriceAges {
    private static final int MOST_ORIGINS = 6;
    private static final String TABLE = PriceLevel.TABLE;
    private static final String SEEN = "observed_on is not null";
    private static final Dimension ORIGIN = new Dimension("origin", "Origin", "No origin stated", "", "");
    private static final Unit PRICES = Unit.count("prices");
    private static final Unit DAYS = Unit.count("days");

    private PriceAges() {}

    /** Empty when all prices are of one origin. */
    static Optional<DataTable> table(ReportData data) {
        List<Member> origins = Members.largest(data, ORIGIN, new Origin(TABLE, SEEN, "count(*)"), MOST_ORIGINS);
        if (origins.size() < 2) {
            return Optional.empty();
        }
        DataTable table = DataTable.of(
                "Age of the rivals' latest prices, by where they were seen",
                Column.text("Origin"),
                Column.number("Prices", PRICES),
                Column.number("Stale", PRICES),
                Column.number("Median age", DAYS),
                Column.number("Oldest", DAYS),
                Column.exact("Last seen", Unit.DATE));
        for (Member origin : origins) {
            String filter = Condition.all(SEEN, origin.condition());
            table = table.row(
                    origin.label(),
                    data.fact(TABLE, filter, "count(*)", PRICES),
                    data.fact(TABLE, Condition.all(filter, "stale"), "count(*)", PRICES),
                    data.fact(TABLE, filter, "median(staleness_days)", DAYS),
                    data.cell(TABLE, filter, "staleness_days", DAYS),
                    data.cell(TABLE, filter, "observed_on", Unit.DATE));
        }
        return Optional.of(table);
    }
}
