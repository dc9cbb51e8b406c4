package org.kvartal.reports.section.outlook;

import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;

/** What is shown month by month, in the order in which it is read: its forecasts, and what was forecast before. */
enum MeasureAhead {
    BOOKINGS("bookings", "Bookings", "", "{0} is expected to book {1}; eight outcomes in ten lie between {2} and {3}"),
    REVENUE(
            "revenue",
            "Revenue",
            "",
            "{0} is expected to bring revenue of {1}; eight outcomes in ten lie between {2} and {3}"),
    ORDERS(
            "order_count",
            "Orders received",
            "orders",
            "{0} is expected to bring {1} orders; eight outcomes in ten lie between {2} and {3}"),
    REQUESTS(
            "requests",
            "Requests opened",
            "requests",
            "{0} is expected to bring {1} requests; eight outcomes in ten lie between {2} and {3}");

    static final String FORECASTS = "forecast.series_forecasts";

    /** One month ahead, from the end of the month before. */
    static final String MADE = "forecast.series_backtest";

    private final String key;
    private final @Message String title;
    private final @Message String counted;
    private final @Message String message;

    MeasureAhead(String key, @Message String title, @Message String counted, @Message String message) {
        this.key = key;
        this.title = title;
        this.counted = counted;
        this.message = message;
    }

    @Message
    String title() {
        return title;
    }

    /** What a month is expected to bring: {@code {0}} is the month, {@code {1}} to {@code {3}} the number and its interval. */
    @Message
    String message() {
        return message;
    }

    Unit unit(ReportData data) {
        return counted.isEmpty() ? data.money() : Unit.count(counted);
    }

    /** The months to come of the total. */
    String total() {
        return Condition.all(Condition.is("measure", key), "scope = 'total'");
    }

    /** The months that are over, as far as any was forecast: each once, from the end of the month before. */
    String past() {
        return Condition.all(total(), "step = 1", "actual is not null");
    }

    Fact ahead(ReportData data, String condition, String value) {
        return data.fact(FORECASTS, Condition.all(total(), condition), value, unit(data));
    }

    Fact before(ReportData data, String condition, String value) {
        return data.fact(MADE, Condition.all(past(), condition), value, unit(data));
    }
}
