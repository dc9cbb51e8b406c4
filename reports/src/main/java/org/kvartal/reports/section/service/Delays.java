package org.kvartal.reports.section.service;

import java.util.List;
import java.util.Optional;
import org.kvartal.reports.chart.BarChart;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Comparison;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;

/** Where the time of a request goes: the parts add up to all of it. */
final class Delays {
    private static final Unit HOURS = Unit.measure("hours", 1);
    private static final List<Part> PARTS = List.of(
            new Part("Before the first touch", "before_touch_hours"),
            new Part("Worked on or queued", "work_hours"),
            new Part("Waiting for the customer", "waiting_hours"),
            new Part("After a hand-over", "hand_over_hours"),
            new Part("After reopening", "reopened_hours"));

    private record Part(@Message String label, String column) {}

    private Delays() {}

    /** Empty when no request ended in the quarter. */
    static Optional<BarChart> chart(ReportData data) {
        Period quarter = Comparison.soFar(data);
        Fact whole = mean(data, quarter, "handling_hours");
        if (whole.number().isEmpty()) {
            return Optional.empty();
        }
        Fact untouched = data.fact(
                Requests.ALL, ended(quarter), "sum(before_touch_hours) / nullif(sum(handling_hours), 0)", Unit.RATE);
        Fact waiting = data.fact(
                Requests.ALL, ended(quarter), "sum(waiting_hours) / nullif(sum(handling_hours), 0)", Unit.RATE);
        Heading heading = new Heading(
                Text.of(
                        "A request took {0} of elapsed time: {1} of it before anybody touched it, {2} waiting for the"
                                + " customer",
                        whole, untouched, waiting),
                data.project().name(),
                "Elapsed time by what it was spent on, mean of a request",
                HOURS,
                Text.of("ended in {0}", quarter.name()));
        return Optional.of(new BarChart(
                heading,
                PARTS.stream().map(part -> Text.of(part.label())).toList(),
                List.of(Series.actual(PARTS.stream()
                        .map(part -> mean(data, quarter, part.column()))
                        .toArray(Fact[]::new)))));
    }

    private static Fact mean(ReportData data, Period quarter, String column) {
        return data.fact(Requests.ALL, ended(quarter), "avg(" + column + ")", HOURS);
    }

    private static String ended(Period quarter) {
        return Condition.all(quarter.includes("ended_month"), "handling_hours is not null");
    }
}
