package org.kvartal.reports.section;

import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Unit;

/** What is shown month by month, in the order in which it is read: its forecasts, and what was forecast before. */
public enum MeasureAhead {
    BOOKINGS(
            "bookings",
            "Bookings",
            "Bookings of the next month",
            "",
            "{0} is expected to book {1}; eight outcomes in ten lie between {2} and {3}"),
    REVENUE(
            "revenue",
            "Revenue",
            "Revenue of the next month",
            "",
            "{0} is expected to bring revenue of {1}; eight outcomes in ten lie between {2} and {3}"),
    ORDERS(
            "order_count",
            "Orders received",
            "Orders of the next month",
            "orders",
            "{0} is expected to bring {1} orders; eight outcomes in ten lie between {2} and {3}"),
    REQUESTS(
            "requests",
            "Requests opened",
            "Requests of the next month",
            "requests",
            "{0} is expected to bring {1} requests; eight outcomes in ten lie between {2} and {3}");

    public static final String FORECASTS = "forecast.series_forecasts";

    /** One month ahead, from the end of the month before. */
    public static final String MADE = "forecast.series_backtest";

    private final String key;
    private final @Message String title;
    private final @Message String monthly;
    private final @Message String counted;
    private final @Message String message;

    MeasureAhead(
            String key,
            @Message String title,
            @Message String monthly,
            @Message String counted,
            @Message String message) {
        this.key = key;
        this.title = title;
        this.monthly = monthly;
        this.counted = counted;
        this.message = message;
    }

    @Message
    public String title() {
        return title;
    }

    /** Of one month, forecast at the end of the month before. */
    @Message
    public String monthly() {
        return monthly;
    }

    /** What a month is expected to bring: {@code {0}} is the month, {@code {1}} to {@code {3}} the number and its interval. */
    @Message
    public String message() {
        return message;
    }

    public Unit unit(ReportData data) {
        return counted.isEmpty() ? data.money() : Unit.count(counted);
    }

    /** The months to come of the total. */
    public String total() {
        return Condition.all(Condition.is("measure", key), "scope = 'total'");
    }

    /** Months that are over and were forecast, so many months ahead. */
    public String past(int monthsAhead) {
        return Condition.all(total(), "step = " + monthsAhead, "actual is not null", "coherent_mean is not null");
    }

    /** The months that are over, as far as any was forecast: each once, from the end of the month before. */
    public String past() {
        return Condition.all(total(), "step = 1", "actual is not null");
    }

    public Fact ahead(ReportData data, String condition, String value) {
        return data.fact(FORECASTS, Condition.all(total(), condition), value, unit(data));
    }

    public Fact before(ReportData data, String condition, String value) {
        return data.fact(MADE, Condition.all(past(), condition), value, unit(data));
    }
}
