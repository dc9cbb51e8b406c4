package org.kvartal.reports.section.pricecompetitor;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Condition;

/** What price, volume and mix have done to the bookings of the quarter. The bridge itself stands with the result. */
final class PriceInBookings {
    private static final String TABLE = "mart.sales_bridge";

    private PriceInBookings() {}

    /** Empty when there is no quarter to compare with. */
    static Optional<Paragraph> paragraph(ReportData data) {
        return Optional.of(new Paragraph(Text.of(
                        "Of the change of bookings against the same days a year before, {0}, price made {1}, volume {2} and"
                                + " mix {3}; the whole bridge stands in section Result.",
                        term(data, "sum(amount - before_amount)"),
                        term(data, "sum(price_amount)"),
                        term(data, "sum(volume_amount)"),
                        term(data, "sum(mix_amount)"))))
                .filter(paragraph ->
                        paragraph.facts().allMatch(fact -> fact.number().isPresent()));
    }

    private static Fact term(ReportData data, String measure) {
        String filter = Condition.all(
                "basis = 'bookings'",
                "against = 'year_before'",
                "quarter = " + Condition.literal(data.quarter().firstDay()));
        return data.fact(TABLE, filter, measure, data.money().asChange());
    }
}
