package org.kvartal.reports.section.result;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.chart.ColumnChart;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.Scenario;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Period;
import org.kvartal.reports.section.Plan;

/** Bookings of the last months beside plan and year before, as far as the data know them. */
final class MonthlyBookings {
    private static final int MOST_MONTHS = 18;

    private MonthlyBookings() {}

    /** @param first the day on which an opportunity was closed first; months before it are not known, rather than 0 */
    static ColumnChart chart(ReportData data, LocalDate first) {
        Period span = span(data, first);
        List<Period> months = span.months();
        List<Fact> actual = months.stream().map(month -> booked(data, month)).toList();
        List<Series> series = new ArrayList<>();
        series.add(Series.actual(actual.toArray(Fact[]::new)));
        List<Fact> before = months.stream()
                .map(month -> knownSince(first, data, month.yearBefore()))
                .toList();
        add(series, Scenario.PRIOR_YEAR, before);
        add(
                series,
                Scenario.PLAN,
                months.stream().map(month -> Plan.total(data, month)).toList());
        String scenarios = String.join(", ", series.stream().map(Series::name).toList());
        Heading heading = new Heading(
                message(months, actual),
                data.project().name(),
                "Bookings",
                data.money(),
                span.name() + ", " + scenarios);
        return new ColumnChart(
                heading, months.stream().map(month -> label(month, data)).toList(), series);
    }

    /** A month still running says how far it goes: its column is not to be read as a fall. */
    private static String label(Period month, ReportData data) {
        return month.to().isAfter(data.asOf())
                ? "to " + data.asOf().getDayOfMonth() + " " + month.name()
                : month.name();
    }

    private static Period span(ReportData data, LocalDate first) {
        Period longest = Period.lastMonths(MOST_MONTHS, data.asOf());
        return first.isAfter(longest.from()) ? Period.named(first.withDayOfMonth(1), data.asOf()) : longest;
    }

    private static Fact booked(ReportData data, Period month) {
        return won(data, month, "coalesce(sum(won_amount), 0)");
    }

    private static Fact knownSince(LocalDate first, ReportData data, Period month) {
        return month.to().isBefore(first) ? won(data, month, "sum(won_amount)") : booked(data, month);
    }

    private static Fact won(ReportData data, Period month, String measure) {
        return data.fact(Origin.of("mart.bookings_by_month", measure).where(month.includes("month")), data.money());
    }

    private static void add(List<Series> series, Scenario scenario, List<Fact> facts) {
        if (facts.stream().anyMatch(fact -> fact.number().isPresent())) {
            series.add(Series.of(scenario, facts.stream().map(Estimate::exact).toList()));
        }
    }

    private static Text message(List<Period> months, List<Fact> booked) {
        int best = 0;
        for (int i = 1; i < booked.size(); i++) {
            if (number(booked, i).compareTo(number(booked, best)) > 0) {
                best = i;
            }
        }
        return Text.of(
                "The strongest month was {0} with {1}",
                Span.words(Period.month(months.get(best).from())), booked.get(best));
    }

    private static BigDecimal number(List<Fact> facts, int index) {
        return facts.get(index).number().orElseThrow();
    }
}
