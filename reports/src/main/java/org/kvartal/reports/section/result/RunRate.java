package org.kvartal.reports.section.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Row;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.measure.Measure;
import org.kvartal.reports.measure.Measures;
import org.kvartal.reports.section.Condition;

/**
 * How far the plan of the quarter is met, in total and by planned unit, and what is needed per day to meet it. Days are
 * working days where a calendar has the whole quarter.
 *
 * @param day what a day is called
 * @param left column that counts those left
 */
record RunRate(ReportData data, String day, String left, Measure soFar, Measure needed) {
    private static final String TABLE = "mart.plan_attainment";
    private static final String QUARTER = "period = 'quarter'";
    private static final String TOTAL = "lower(scope) = 'total'";
    private static final List<String> KINDS = List.of("region", "team", "product");
    private static final int MOST_UNITS = 10;

    static RunRate of(ReportData data) {
        Fact calendar = data.fact(Origin.of(TABLE, "count(working_days_left)").where(QUARTER), Unit.count("units"));
        return calendar.number().orElseThrow().signum() > 0
                ? new RunRate(
                        data,
                        "working day",
                        "working_days_left",
                        Measures.BOOKED_PER_WORKING_DAY,
                        Measures.NEEDED_PER_WORKING_DAY)
                : new RunRate(data, "day", "days_left", Measures.BOOKED_PER_DAY, Measures.NEEDED_PER_DAY);
    }

    /** By the first kind of unit that has plans, the largest plan first; the total is the plan of the whole. */
    Optional<DataTable> table() {
        Optional<String> kind =
                KINDS.stream().filter(name -> !units(name).isEmpty()).findFirst();
        List<String> units = kind.map(this::units).orElse(List.of());
        return hasTotal() || !units.isEmpty() ? Optional.of(table(units)) : Optional.empty();
    }

    private boolean hasTotal() {
        return number(TOTAL, "sum(plan_amount)", data.money()).number().isPresent();
    }

    private List<String> units(String kind) {
        return data.table("select scope from " + TABLE + " where " + QUARTER + " and scope like '" + kind
                        + ":%' order by plan_amount desc, scope limit " + MOST_UNITS)
                .stringColumn("scope")
                .asList();
    }

    private DataTable table(List<String> units) {
        List<Row> rows = units.stream()
                .map(scope -> row(scope.substring(scope.indexOf(':') + 1), Condition.is("scope", scope)))
                .toList();
        List<Row> total = hasTotal() ? List.of(row("Total", TOTAL)) : List.of();
        return new DataTable(
                "Plan of " + data.quarter() + ", what is booked so far, and what is needed", columns(), rows, total);
    }

    /** The plan of the whole and the days that are left to meet it; empty without such a plan. */
    Optional<Text> left(Fact planned) {
        Fact days = number(TOTAL, "max(" + left + ")", Unit.count("days"));
        return days.number()
                .map(count -> count.intValue() == 1 ? day : day + "s")
                .map(name -> Text.of("of {0} planned for the quarter; {1} {2} left", planned, days, Span.words(name)));
    }

    private List<Column> columns() {
        return List.of(
                Column.text("Planned unit"),
                Column.number("Plan (PL)", data.money()),
                Column.number("Booked (AC)", data.money()),
                Column.gain("ΔPL", data.money()),
                Column.number("Attained", Unit.RATE),
                Column.number("So far a " + day, data.money()),
                Column.number("Needed a " + day, data.money()));
    }

    private Row row(String label, String condition) {
        return new Row(Stream.concat(
                        Stream.of(Cell.label(label)),
                        Stream.of(
                                        number(condition, "sum(plan_amount)", data.money()),
                                        number(condition, "sum(booked_amount)", data.money()),
                                        number(condition, "sum(booked_amount - plan_amount)", data.money()),
                                        number(condition, Measures.PERIOD_ATTAINMENT.sql(), Unit.RATE),
                                        number(condition, soFar.sql(), data.money()),
                                        number(condition, needed.sql(), data.money()))
                                .map(Cell::number))
                .toList());
    }

    private Fact number(String condition, String measure, Unit unit) {
        return data.fact(new Origin(TABLE, Condition.all(QUARTER, condition), measure), unit);
    }
}
