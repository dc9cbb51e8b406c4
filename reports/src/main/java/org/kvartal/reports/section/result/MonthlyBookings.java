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
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;
import org.kvartal.reports.section.Plan;

/** Bookings of the last months beside plan and year before, as far as the data know them. */
final class MonthlyBookings {
    private static final int MOST_MONTHS = 18;

    private MonthlyBookings() {}

    /** @param first the day on which an opportunity was closed first; months before it are not known, rather than 0 */
    static ColumnChart chart(ReportData data, LocalDate first) {
        List<FiscalMonth> months =
                FiscalMonth.upTo(data.asOf(), first, MOST_MONTHS, data.project().fiscalCalendar());
        List<Fact> actual =
                months.stream().map(month -> booked(data, month.days())).toList();
        List<Series> series = new ArrayList<>();
        series.add(Series.actual(actual.toArray(Fact[]::new)));
        List<Fact> before = months.stream()
                .map(month -> knownSince(first, data, month.yearBefore().days()))
                .toList();
        add(series, Scenario.PRIOR_YEAR, before);
        add(
                series,
                Scenario.PLAN,
                months.stream().map(month -> Plan.total(data, month.days())).toList());
        Text scenarios = Text.list(series.stream().map(Series::name).toList());
        Heading heading = new Heading(
                message(months, actual),
                data.project().name(),
                "Bookings",
                data.money(),
                Text.of(
                        "{0} to {1}, {2}",
                        months.get(0).name(), months.get(months.size() - 1).name(), scenarios));
        return new ColumnChart(
                heading, months.stream().map(month -> label(month.days(), data)).toList(), series);
    }

    /** A month still running says how far it goes: its column is not to be read as a fall. */
    private static Text label(Period month, ReportData data) {
        return month.to().isAfter(data.asOf()) ? Text.of("to {0}", Span.day(data.asOf())) : month.name();
    }

    private static Fact booked(ReportData data, Period month) {
        return won(data, month, "coalesce(sum(amount), 0)");
    }

    private static Fact knownSince(LocalDate first, ReportData data, Period month) {
        return month.to().isBefore(first) ? won(data, month, "sum(amount)") : booked(data, month);
    }

    private static Fact won(ReportData data, Period month, String measure) {
        String filter = Condition.all("basis = 'bookings'", month.includes("day"));
        return data.fact("mart.sales_lines", filter, measure, data.money());
    }

    private static void add(List<Series> series, Scenario scenario, List<Fact> facts) {
        if (facts.stream().anyMatch(fact -> fact.number().isPresent())) {
            series.add(Series.of(scenario, facts.stream().map(Estimate::exact).toList()));
        }
    }

    private static Text message(List<FiscalMonth> months, List<Fact> booked) {
        int best = 0;
        for (int i = 1; i < booked.size(); i++) {
            if (number(booked, i).compareTo(number(booked, best)) > 0) {
                best = i;
            }
        }
        return Text.of("The strongest month was {0} with {1}", months.get(best).name(), booked.get(best));
    }

    private static BigDecimal number(List<Fact> facts, int index) {
        return facts.get(index).number().orElseThrow();
    }
}
