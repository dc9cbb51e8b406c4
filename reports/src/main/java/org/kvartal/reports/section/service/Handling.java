package org.kvartal.reports.section.service;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.LineChart;
import org.kvartal.reports.chart.Scenario;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.document.KeyFigure;
import org.kvartal.reports.document.KeyFigures;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Comparison;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;
import org.kvartal.reports.section.Satisfaction;

/** Service requests by month, how long they took, and what customers think of it. */
final class Handling {
    static final String REQUESTS = "mart.request_handling";

    private static final int MONTHS = 12;
    private static final Unit COUNT = Unit.count("requests");
    private static final Unit HOURS = Unit.measure("hours", 1);
    private static final String MEDIAN = "median(handling_hours)";
    private static final String P90 = "quantile_cont(handling_hours, 0.9)";

    private Handling() {}

    static Text sentence(ReportData data) {
        Period quarter = Comparison.soFar(data);
        Fact resolved = data.fact(resolved(quarter, "count(*)"), COUNT);
        if (resolved.number().orElseThrow().signum() == 0) {
            return Text.of("No request was resolved in the quarter; {0} are open.", open(data));
        }
        return Text.of(
                "{0} requests were resolved in the quarter, half of them within {1} and nine in ten within {2}; {3} are"
                        + " open.",
                resolved,
                data.fact(resolved(quarter, MEDIAN), HOURS),
                data.fact(resolved(quarter, P90), HOURS),
                open(data));
    }

    static List<Block> blocks(ReportData data) {
        List<Period> months = months(data);
        List<Block> blocks = new ArrayList<>();
        blocks.add(figures(data));
        if (!months.isEmpty()) {
            blocks.add(new Figure(volume(data, months)));
            blocks.add(new Figure(times(data, months)));
        }
        blocks.add(new Paragraph(Text.of(
                "Hours are elapsed, not working hours, of resolved requests. The {0} open requests have waited {1} at"
                        + " the median so far; leaving them out flatters.",
                open(data), data.fact(Origin.of(REQUESTS, MEDIAN).where("censored"), HOURS))));
        return blocks;
    }

    private static KeyFigures figures(ReportData data) {
        Period quarter = Comparison.soFar(data);
        Estimate mark = Satisfaction.of(data, quarter);
        KeyFigure satisfaction = KeyFigure.of("Satisfaction, 1 to 5", mark.value());
        return KeyFigures.of(
                KeyFigure.of("Requests opened in the quarter", data.fact(opened(quarter), COUNT)),
                KeyFigure.of("Resolved in the quarter", data.fact(resolved(quarter, "count(*)"), COUNT)),
                KeyFigure.of("Open at the end", open(data)),
                mark.hasInterval()
                        ? satisfaction.compared(
                                KeyFigure.Verdict.NEUTRAL,
                                Text.of(
                                        "95% interval {0} to {1}, {2} marks given",
                                        mark.low(), mark.high(), Satisfaction.count(data, quarter)))
                        : satisfaction.compared(
                                KeyFigure.Verdict.NEUTRAL, Text.of("not measurable: fewer than two marks were given")));
    }

    private static Fact open(ReportData data) {
        return data.fact(Origin.of(REQUESTS, "count(*)").where("censored"), COUNT);
    }

    private static Origin opened(Period period) {
        return Origin.of(REQUESTS, "count(*)").where(period.includes("opened_month"));
    }

    private static Origin resolved(Period period, String measure) {
        return Origin.of(REQUESTS, measure).where(Condition.all(period.includes("resolved_month"), "not censored"));
    }

    /** The last complete months, from the first in which a request was opened. */
    private static List<Period> months(ReportData data) {
        Period longest = Period.completeMonths(MONTHS, data.asOf());
        return longest.months().stream()
                .dropWhile(month -> data.fact(
                                        Origin.of(REQUESTS, "count(*)")
                                                .where("opened_month <= " + Condition.literal(month.from())),
                                        COUNT)
                                .number()
                                .orElseThrow()
                                .signum()
                        == 0)
                .toList();
    }

    private static LineChart volume(ReportData data, List<Period> months) {
        Period all =
                Period.named(months.get(0).from(), months.get(months.size() - 1).to());
        Heading heading = new Heading(
                Text.of(
                        "{0} requests came in and {1} were resolved",
                        data.fact(opened(all), COUNT), data.fact(resolved(all, "count(*)"), COUNT)),
                data.project().name(),
                "Requests opened and resolved",
                COUNT,
                all.name());
        return lines(
                heading,
                months,
                line("Opened", months, month -> data.fact(opened(month), COUNT)),
                line("Resolved", months, month -> data.fact(resolved(month, "count(*)"), COUNT)));
    }

    private static LineChart times(ReportData data, List<Period> months) {
        Period all =
                Period.named(months.get(0).from(), months.get(months.size() - 1).to());
        Heading heading = new Heading(
                Text.of(
                        "Half of the requests took no longer than {0}, nine in ten no longer than {1}",
                        data.fact(resolved(all, MEDIAN), HOURS), data.fact(resolved(all, P90), HOURS)),
                data.project().name(),
                "Time from arrival to resolution",
                HOURS,
                all.name() + ", by month of resolution");
        return lines(
                heading,
                months,
                line("Median", months, month -> data.fact(resolved(month, MEDIAN), HOURS)),
                line("P90", months, month -> data.fact(resolved(month, P90), HOURS)));
    }

    private static LineChart lines(Heading heading, List<Period> months, Series... series) {
        return new LineChart(heading, months.stream().map(Period::name).toList(), List.of(series));
    }

    private static Series line(String name, List<Period> months, Function<Period, Fact> value) {
        return Series.of(
                        Scenario.ACTUAL,
                        months.stream().map(value).map(Estimate::exact).toList())
                .named(name);
    }
}
