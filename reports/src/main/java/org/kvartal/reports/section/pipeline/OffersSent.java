package org.kvartal.reports.section.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvartal.ingest.model.FiscalQuarter;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.measure.Measures;
import org.kvartal.reports.section.Comparison;
import org.kvartal.reports.section.Period;

/** What became of the offers first sent in a quarter, each counted once however often it was revised. */
final class OffersSent {
    private static final String TABLE = "mart." + Measures.ORDER_RATE.mart();
    private static final Unit OFFERS = Unit.count("offers");
    private static final Unit DAYS = Unit.measure("days", 0);
    private static final int QUARTERS = 4;

    private OffersSent() {}

    /** Empty when none was sent for a year. */
    static Optional<DataTable> table(ReportData data) {
        List<FiscalQuarter> quarters = quarters(data);
        if (quarters.isEmpty()) {
            return Optional.empty();
        }
        DataTable table = DataTable.of(
                "Offers by the quarter in which they were first sent, as they stand now",
                Column.text("First sent in"),
                Column.number("Offers", OFFERS),
                Column.number("Value", data.money()),
                Column.number("Open", OFFERS),
                Column.number("Ordered", Unit.RATE),
                Column.number("Median to order", DAYS),
                Column.number("Discount", Unit.RATE));
        for (FiscalQuarter quarter : quarters) {
            table = table.row(
                    Period.name(quarter),
                    fact(data, quarter, "count(*)", OFFERS),
                    fact(data, quarter, "sum(amount)", data.money()),
                    fact(data, quarter, "count(*) filter (where state = 'open')", OFFERS),
                    fact(data, quarter, Measures.ORDER_RATE.sql(), Unit.RATE),
                    fact(data, quarter, "median(order_days)", DAYS),
                    fact(data, quarter, Measures.DISCOUNT_DEPTH.sql(), Unit.RATE));
        }
        return Optional.of(table);
    }

    private static List<FiscalQuarter> quarters(ReportData data) {
        List<FiscalQuarter> quarters = new ArrayList<>();
        FiscalQuarter quarter = data.quarter();
        for (int i = 0; i < QUARTERS; i++) {
            Fact sent = fact(data, quarter, "count(*)", OFFERS);
            if (sent.number().filter(count -> count.signum() > 0).isPresent()) {
                quarters.add(quarter);
            }
            quarter = quarter.previous();
        }
        return quarters;
    }

    private static Fact fact(ReportData data, FiscalQuarter quarter, String measure, Unit unit) {
        String sent = Comparison.whole(quarter).includes("first_sent_date");
        return data.fact(TABLE, sent, measure, unit);
    }
}
