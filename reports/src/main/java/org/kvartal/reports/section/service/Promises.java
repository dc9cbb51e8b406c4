package org.kvartal.reports.section.service;

import java.math.BigDecimal;
import java.util.List;
import org.kvartal.reports.chart.DotPlot;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.Item;
import org.kvartal.reports.chart.Scenario;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Comparison;
import org.kvartal.reports.section.Condition;

/** How what is promised for a priority is kept. */
final class Promises {
    static final String TABLE = "forecast.request_promises";

    private Promises() {}

    /**
     * Which promises are meant.
     *
     * @param promises chooses their rows
     * @param times chooses the rows of their requests
     */
    private record Scope(Text label, String promises, String times) {
        private static final Scope ALL = new Scope(Text.of("All priorities"), Condition.is("grouping", "total"), "");

        private static Scope of(String priority) {
            return new Scope(
                    Requests.priorityLabel(priority),
                    Condition.all(Condition.is("grouping", "priority"), Condition.is("member", priority)),
                    Condition.is("priority", priority));
        }
    }

    static boolean areKnown(ReportData data) {
        return dueCount(data).number().map(count -> count.signum() > 0).orElse(false);
    }

    private static Fact dueCount(ReportData data) {
        return count(data, Scope.ALL, "due_count");
    }

    /** Of the promises whose time was over in the quarter so far. */
    static Estimate kept(ReportData data) {
        return kept(data, Scope.ALL);
    }

    static List<Block> blocks(ReportData data) {
        if (!areKnown(data)) {
            return List.of(
                    Notice.noData(Text.of("Whether promises are kept is not measurable: the section service.sla of"
                            + " the configuration promises nothing for the priorities of these requests, or no promise was due in"
                            + " the quarter.")));
        }
        List<Scope> priorities = priorities(data);
        return priorities.size() > 1 ? List.of(new Figure(chart(data, priorities))) : List.of();
    }

    static List<Block> details(ReportData data) {
        return areKnown(data) ? List.of(table(data, priorities(data))) : List.of();
    }

    private static List<Scope> priorities(ReportData data) {
        return Requests.priorityValues(data).stream()
                .map(Scope::of)
                .filter(scope -> kept(data, scope).hasInterval())
                .toList();
    }

    private static DotPlot chart(ReportData data, List<Scope> priorities) {
        Heading heading = new Heading(
                Text.of(
                        "{0} of the promises due were kept; {1} requests are open and late",
                        kept(data).value(), count(data, Scope.ALL, "open_late_count")),
                data.project().name(),
                "Promises kept by priority",
                Unit.RATE,
                Text.of("{0}, 95% interval", Comparison.soFar(data).name()));
        List<Estimate> shares =
                priorities.stream().map(scope -> kept(data, scope)).toList();
        return new DotPlot(
                heading,
                priorities.stream().map(Scope::label).toList(),
                List.of(Series.of(Scenario.ACTUAL, shares)),
                List.of(new Item(Scope.ALL.label(), kept(data).value())));
    }

    private static DataTable table(ReportData data, List<Scope> priorities) {
        DataTable table = DataTable.of(
                Text.of(
                        "Promises in working hours whose time was over in {0}",
                        Comparison.soFar(data).name()),
                Column.text("Priority"),
                Column.exact("Promised", Requests.HOURS),
                Column.number("Due", Requests.COUNT),
                Column.number("Met", Requests.COUNT),
                Column.number("Only just", Requests.COUNT),
                Column.number("Ended late", Requests.COUNT),
                Column.number("Open, late", Requests.COUNT),
                Column.number("Kept", Unit.RATE),
                Column.number("from", Unit.RATE),
                Column.number("to", Unit.RATE));
        for (Scope scope : priorities) {
            table = table.row(scope.label(), facts(data, scope));
        }
        return table.total(Scope.ALL.label(), facts(data, Scope.ALL));
    }

    private static Fact[] facts(ReportData data, Scope scope) {
        Estimate kept = kept(data, scope);
        return new Fact[] {
            data.fact(
                    "forecast.request_times",
                    scope.times(),
                    "case when min(target_hours) = max(target_hours) then max(target_hours) end",
                    Requests.HOURS),
            count(data, scope, "due_count"),
            count(data, scope, "met_count"),
            count(data, scope, "near_count"),
            count(data, scope, "late_count"),
            count(data, scope, "open_late_count"),
            kept.value(),
            kept.low(),
            kept.high()
        };
    }

    private static Estimate kept(ReportData data, Scope scope) {
        long due = count(data, scope, "due_count")
                .number()
                .map(BigDecimal::longValue)
                .orElse(0L);
        return Estimate.between(
                fact(data, scope, "max(low)", Unit.RATE).ofRows(due),
                fact(data, scope, "max(kept_share)", Unit.RATE).ofRows(due),
                fact(data, scope, "max(high)", Unit.RATE).ofRows(due));
    }

    private static Fact count(ReportData data, Scope scope, String column) {
        return fact(data, scope, "sum(" + column + ")", Requests.COUNT);
    }

    private static Fact fact(ReportData data, Scope scope, String measure, Unit unit) {
        String rows = Condition.all(
                scope.promises(),
                "first_day = " + Condition.literal(data.quarter().firstDay()));
        return data.fact(TABLE, rows, measure, unit);
    }
}
