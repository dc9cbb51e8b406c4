package org.kvartal.reports.section.service;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kvartal.reports.chart.BarChart;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.LineChart;
import org.kvartal.reports.chart.Scenario;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;

/** What comes in, what ends and what stays open, and for how long it has. */
final class Flow {
    private static final int MONTHS = 12;
    private static final List<Age> AGES = List.of(
            new Age("Less than a day", 0, 1),
            new Age("1 to 3 days", 1, 3),
            new Age("3 to 7 days", 3, 7),
            new Age("7 to 14 days", 7, 14),
            new Age("14 to 30 days", 14, 30),
            new Age("From 30 days", 30, Integer.MAX_VALUE));

    /** Days that a request has been open, from the first up to the second. */
    private record Age(@Message String label, int from, int to) {
        String condition() {
            String least = "censored and handling_hours >= " + 24 * from;
            return to == Integer.MAX_VALUE ? least : least + " and handling_hours < " + 24 * to;
        }
    }

    private Flow() {}

    static List<Block> blocks(ReportData data) {
        List<Period> months = months(data);
        List<Block> blocks = new ArrayList<>();
        if (!months.isEmpty()) {
            blocks.add(new Figure(byMonth(data, months)));
        }
        return blocks;
    }

    static List<Block> details(ReportData data) {
        return Requests.count(data, "censored").number().orElseThrow().signum() > 0
                ? List.of(new Figure(ages(data)))
                : List.of();
    }

    /** The last complete months, from the first in which a request was opened. */
    private static List<Period> months(ReportData data) {
        Period longest = Period.completeMonths(MONTHS, data.asOf());
        return longest.months().stream()
                .dropWhile(month -> Requests.count(data, "opened_month <= " + Condition.literal(month.from()))
                                .number()
                                .orElseThrow()
                                .signum()
                        == 0)
                .toList();
    }

    private static LineChart byMonth(ReportData data, List<Period> months) {
        Period all =
                Period.named(months.get(0).from(), months.get(months.size() - 1).to());
        Fact ended = Requests.count(data, all.includes("ended_month"));
        Heading heading = new Heading(
                Text.of(
                        "{0} requests came in and {1} ended; {2} were open at the end",
                        Requests.count(data, all.includes("opened_month")),
                        ended,
                        openAt(data, months.get(months.size() - 1))),
                data.project().name(),
                "Requests opened, ended and open at the end of the month",
                Requests.COUNT,
                all.name());
        return new LineChart(
                heading,
                months.stream().map(Period::name).toList(),
                List.of(
                        line("Open", months, month -> openAt(data, month)),
                        line("Opened", months, month -> Requests.count(data, month.includes("opened_month"))),
                        line("Ended", months, month -> Requests.count(data, month.includes("ended_month")))));
    }

    private static Fact openAt(ReportData data, Period month) {
        String last = Condition.literal(month.to());
        return Requests.count(
                data, "opened_month <= " + last + " and (ended_month is null or ended_month > " + last + ")");
    }

    private static Series line(@Message String name, List<Period> months, Function<Period, Fact> value) {
        return Series.of(
                        Scenario.ACTUAL,
                        months.stream().map(value).map(Estimate::exact).toList())
                .named(name);
    }

    private static BarChart ages(ReportData data) {
        Fact waited = data.fact(Requests.ALL, "censored", "median(handling_hours) / 24", Unit.measure("days", 1));
        Heading heading = new Heading(
                Text.of("Half of the open requests have been open for more than {0}", waited),
                data.project().name(),
                "Open requests by age",
                Requests.COUNT,
                Period.day(data.asOf()));
        return new BarChart(
                heading,
                AGES.stream().map(age -> Text.of(age.label())).toList(),
                List.of(Series.actual(AGES.stream()
                        .map(age -> Requests.count(data, age.condition()))
                        .toArray(Fact[]::new))));
    }
}
