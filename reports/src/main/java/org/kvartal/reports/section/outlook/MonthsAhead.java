package org.kvartal.reports.section.outlook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvartal.reports.chart.ColumnChart;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.Scenario;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.fact.Value;
import org.kvartal.reports.section.Comparison;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;

/** Bookings of the last complete months, and those forecast for the months to come with their interval. */
final class MonthsAhead {
    private static final int MONTHS_BACK = 12;
    private static final int MOST_MONTHS_AHEAD = 6;
    private static final String TABLE = "forecast.series_forecasts";
    private static final String TOTAL = "measure = 'bookings' and scope = 'total' and mean is not null";

    private MonthsAhead() {}

    /** Empty when no month is forecast. */
    static Optional<ColumnChart> figure(ReportData data) {
        Optional<LocalDate> first = day(data, "min(month)");
        return first.map(month -> chart(data, month, day(data, "max(month)").orElseThrow()));
    }

    /** How the months were forecast, or why they were not. */
    static List<Block> remarks(ReportData data) {
        Fact reason =
                data.fact(Origin.of(TABLE, "max(reason)").where("measure = 'bookings' and scope = 'total'"), Unit.TEXT);
        Fact model =
                data.fact(Origin.of(TABLE, "max(model)").where("measure = 'bookings' and scope = 'total'"), Unit.TEXT);
        if (day(data, "min(month)").isEmpty()) {
            return List.of(Notice.noData(
                    reason.value() instanceof Value.Missing
                            ? Text.of("No month is forecast: the data hold no bookings.")
                            : Text.of("No month is forecast: {0}.", reason)));
        }
        return List.of(new Paragraph(Text.of("How the months are computed: {0}, {1}.", model, reason)));
    }

    private static Optional<LocalDate> day(ReportData data, String measure) {
        Fact fact = data.fact(new Origin(TABLE, TOTAL, measure), Unit.DATE);
        return fact.value() instanceof Value.Day day ? Optional.of(day.date()) : Optional.empty();
    }

    private static ColumnChart chart(ReportData data, LocalDate firstAhead, LocalDate lastAhead) {
        LocalDate latest = firstAhead.plusMonths(MOST_MONTHS_AHEAD - 1L);
        LocalDate end = lastAhead.isAfter(latest) ? latest : lastAhead;
        List<Period> back = back(data, firstAhead);
        List<Period> ahead = Period.named(firstAhead, end).months();
        List<Estimate> actual = new ArrayList<>();
        List<Estimate> forecast = new ArrayList<>();
        for (Period month : back) {
            actual.add(Estimate.exact(booked(data, month, "coalesce(sum(won_amount), 0)", firstAhead)));
            forecast.add(forecast(data, month));
        }
        for (Period month : ahead) {
            forecast.add(forecast(data, month));
            actual.add(Estimate.exact(booked(data, month, "sum(won_amount)", firstAhead)));
        }
        List<Series> series = back.isEmpty()
                ? List.of(Series.of(Scenario.FORECAST, forecast))
                : List.of(Series.of(Scenario.ACTUAL, actual), Series.of(Scenario.FORECAST, forecast));
        LocalDate start = back.isEmpty() ? firstAhead : back.get(0).from();
        return new ColumnChart(
                heading(data, Period.named(start, end), ahead.get(0), forecast.get(back.size())),
                Stream.concat(back.stream(), ahead.stream()).map(Period::name).toList(),
                series);
    }

    private static Heading heading(ReportData data, Period span, Period month, Estimate next) {
        return new Heading(
                Text.of(
                        "{0} is expected to book {1}; eight outcomes in ten lie between {2} and {3}",
                        Span.words(Period.month(month.from())), next.value(), next.low(), next.high()),
                data.project().name(),
                "Bookings",
                data.money(),
                span.name() + ", AC and FC with 80% interval");
    }

    /** Complete months only, from the first in which anything was closed. */
    private static List<Period> back(ReportData data, LocalDate firstAhead) {
        LocalDate start = firstAhead.minusMonths(MONTHS_BACK);
        return Comparison.firstClosing(data).stream()
                .map(first -> first.isAfter(start) ? first.withDayOfMonth(1) : start)
                .filter(from -> from.isBefore(firstAhead))
                .flatMap(from -> Period.named(from, firstAhead.minusDays(1)).months().stream())
                .toList();
    }

    /** Of complete months alone: what is booked of a month still running would be taken for all of it. */
    private static Fact booked(ReportData data, Period month, String measure, LocalDate end) {
        String filter = Condition.all(month.includes("month"), "month < " + Condition.literal(end));
        return data.fact(new Origin("mart.bookings_by_month", filter, measure), data.money());
    }

    private static Estimate forecast(ReportData data, Period month) {
        String filter = Condition.all(TOTAL, month.includes("month"));
        return Estimate.between(
                data.fact(new Origin(TABLE, filter, "max(least(lower_80, mean))"), data.money()),
                data.fact(new Origin(TABLE, filter, "max(mean)"), data.money()),
                data.fact(new Origin(TABLE, filter, "max(greatest(upper_80, mean))"), data.money()));
    }
}
