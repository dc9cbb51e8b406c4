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
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.measure.Measure;
import org.kvartal.reports.measure.Measures;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;

/**
 * How far the plan of the quarter is met, in total and by planned unit, and what is needed per day to meet it. Days are
 * working days where a calendar has the whole quarter.
 *
 * @param days what is counted: all days, or working days where a calendar tells them
 * @param left column that counts those left
 */
record RunRate(ReportData data, Days days, Measure soFar, Measure needed) {
    private static final String TABLE = "mart.plan_attainment";
    private static final String QUARTER = "period = 'quarter'";
    private static final String TOTAL = "lower(scope) = 'total'";
    private static final List<String> KINDS = List.of("region", "team", "product");
    private static final int MOST_UNITS = 10;

    /** Which days are counted. */
    private enum Days {
        ALL(
                "days_left",
                "of {0} planned for the quarter; {1, plural, one {# day} other {# days}} left",
                "So far a day",
                "Needed a day"),
        WORKING(
                "working_days_left",
                "of {0} planned for the quarter; {1, plural, one {# working day} other {# working days}} left",
                "So far a working day",
                "Needed a working day");

        private final String column;
        private final @Message String left;
        private final @Message String soFar;
        private final @Message String needed;

        Days(String column, @Message String left, @Message String soFar, @Message String needed) {
            this.column = column;
            this.left = left;
            this.soFar = soFar;
            this.needed = needed;
        }
    }

    static RunRate of(ReportData data) {
        Fact calendar = data.fact(TABLE, QUARTER, "count(working_days_left)", Unit.count("units"));
        return calendar.number().orElseThrow().signum() > 0
                ? new RunRate(data, Days.WORKING, Measures.BOOKED_PER_WORKING_DAY, Measures.NEEDED_PER_WORKING_DAY)
                : new RunRate(data, Days.ALL, Measures.BOOKED_PER_DAY, Measures.NEEDED_PER_DAY);
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
                .map(scope -> row(Text.name(scope.substring(scope.indexOf(':') + 1)), Condition.is("scope", scope)))
                .toList();
        List<Row> total = hasTotal() ? List.of(row(Text.of("Total"), TOTAL)) : List.of();
        return new DataTable(
                Text.of("Plan of {0}, what is booked so far, and what is needed", Period.name(data.quarter())),
                columns(),
                rows,
                total);
    }

    /** The plan of the whole and the days that are left to meet it; empty without such a plan. */
    Optional<Text> left(Fact planned) {
        Fact left = number(TOTAL, "max(" + days.column + ")", Unit.count("days"));
        return left.number().map(count -> Text.of(days.left, planned, left));
    }

    private List<Column> columns() {
        return List.of(
                Column.text("Planned unit"),
                Column.number("Plan (PL)", data.money()),
                Column.number("Booked (AC)", data.money()),
                Column.gain("ΔPL", data.money()),
                Column.number("Attained", Unit.RATE),
                Column.number(days.soFar, data.money()),
                Column.number(days.needed, data.money()));
    }

    private Row row(Text label, String condition) {
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
        return data.fact(TABLE, Condition.all(QUARTER, condition), measure, unit);
    }
}
