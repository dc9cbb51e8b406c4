package org.kvartal.reports.section.result;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kvartal.reports.chart.BridgeChart;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.Item;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Comparison;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;

/** From the bookings of the period before to those of the quarter: by price, volume, mix and what else changed. */
final class BookingsBridge {
    private static final String TABLE = "mart.sales_bridge";

    /** The terms of the mart, in the order of the bridge. */
    private enum Term {
        PRICE("Price"),
        VOLUME("Volume"),
        MIX("Mix"),
        NEW("New products"),
        LOST("Products no longer sold"),
        UNQUANTIFIED("Without quantity"),
        CURRENCY("Exchange rates");

        private final @Message String label;

        Term(@Message String label) {
            this.label = label;
        }

        private Item of(ReportData data, String filter) {
            String column = name().toLowerCase(Locale.ROOT) + "_amount";
            return new Item(label, amount(data, filter, column));
        }
    }

    private BookingsBridge() {}

    /** Empty when there is nothing to compare with, or nothing has changed. */
    static Optional<Figure> figure(ReportData data, Comparison comparison) {
        return comparison.before().flatMap(before -> between(data, comparison.now(), before));
    }

    private static Optional<Figure> between(ReportData data, Period now, Period before) {
        LocalDate yearBefore = data.quarter().lastYear().firstDay();
        String filter = Condition.all(
                "basis = 'bookings'",
                "quarter = " + Condition.literal(data.quarter().firstDay()),
                Condition.is("against", before.from().equals(yearBefore) ? "year_before" : "quarter_before"));
        List<Item> terms = Arrays.stream(Term.values())
                .map(term -> term.of(data, filter))
                .filter(item -> number(item).signum() != 0)
                .toList();
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        Item start = new Item(before.name(), amount(data, filter, "before_amount"));
        Item end = new Item(now.name(), amount(data, filter, "amount"));
        return Optional.of(new Figure(new BridgeChart(heading(data, terms, now, before), start, terms, end)));
    }

    private static Heading heading(ReportData data, List<Item> terms, Period now, Period before) {
        Item largest = terms.stream()
                .max(Comparator.comparing(item -> number(item).abs()))
                .orElseThrow();
        return new Heading(
                Text.of(
                        "The largest step between the bookings, \u201c{0}\u201d, came to {1}",
                        largest.label(), largest.value().asChange()),
                data.project().name(),
                "Bookings",
                data.money(),
                Text.of("{0} to {1}", before.name(), now.name()));
    }

    private static Fact amount(ReportData data, String filter, String column) {
        return data.fact(TABLE, filter, "coalesce(sum(" + column + "), 0)", data.money());
    }

    private static BigDecimal number(Item item) {
        return item.value().number().orElseThrow();
    }
}
