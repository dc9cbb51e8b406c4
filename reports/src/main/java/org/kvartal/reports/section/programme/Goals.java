package org.kvartal.reports.section.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** The goals that are known and followed on the date of the report, in the order of their due dates. */
public final class Goals {
    private final List<Goal.Measured> measured;
    private final List<Goal> unknown;

    private Goals(List<Goal.Measured> measured, List<Goal> unknown) {
        this.measured = List.copyOf(measured);
        this.unknown = List.copyOf(unknown);
    }

    public static Goals read(ReportData data) {
        List<Goal.Measured> measured = new ArrayList<>();
        List<Goal> unknown = new ArrayList<>();
        for (Goal goal : followed(data)) {
            Optional<Goal.Measured> one = goal.measure(data);
            one.ifPresentOrElse(measured::add, () -> unknown.add(goal));
        }
        return new Goals(measured, unknown);
    }

    /** A goal that is set later is not yet known. */
    static String known(LocalDate asOf) {
        String day = Condition.literal(asOf);
        return "set_on <= " + day + " and (closed_on is null or closed_on > " + day + ")";
    }

    private static List<Goal> followed(ReportData data) {
        Table rows =
                data.table("select goal_id, goal, owner, metric, coalesce(dataset, '') as dataset, coalesce(filter, '')"
                        + " as filter, coalesce(day_column, '') as day_column, coalesce(unit, '') as unit,"
                        + " cast(coalesce(window_months, 0) as double) as months, better, set_on, due_on from "
                        + Goal.TABLE
                        + " where " + known(data.asOf()) + " order by due_on, goal_id");
        List<Goal> goals = new ArrayList<>();
        rows.forEach(row -> goals.add(goal(row)));
        return goals;
    }

    private static Goal goal(Row row) {
        return new Goal(
                row.getString("goal_id"),
                row.getString("goal"),
                row.getString("owner"),
                new Metric.Named(
                        row.getString("metric"),
                        row.getString("dataset"),
                        row.getString("filter"),
                        row.getString("day_column"),
                        row.getString("unit")),
                (int) row.getDouble("months"),
                row.getString("better").equals("higher"),
                row.getDate("set_on"),
                row.getDate("due_on"));
    }

    /** A goal that was to be reached by now, with what page one says of it. */
    public record Due(String words, String owner, Fact now, Fact target, boolean isReached, double effect) {}

    /** The goals whose day has come; how they stand then is no matter of chance. */
    public List<Due> due(LocalDate asOf) {
        return measured.stream()
                .filter(one -> !one.goal().dueOn().isAfter(asOf))
                .filter(one -> one.now().number().isPresent())
                .map(one -> new Due(
                        one.goal().words(),
                        one.goal().owner(),
                        one.now(),
                        one.target(),
                        one.status() == Goal.Status.REACHED,
                        distance(one)))
                .toList();
    }

    /** From the target, in tenths of it. */
    private static double distance(Goal.Measured one) {
        double target = one.target().number().orElseThrow().doubleValue();
        double off = Math.abs(one.now().number().orElseThrow().doubleValue() - target);
        return target == 0 ? off : 10 * off / Math.abs(target);
    }

    boolean isEmpty() {
        return measured.isEmpty() && unknown.isEmpty();
    }

    long count(Goal.Status status) {
        return measured.stream().filter(one -> one.status() == status).count();
    }

    /** One table for each unit, because the numbers of a column have one. */
    List<Block> blocks() {
        Map<Unit, DataTable> tables = new LinkedHashMap<>();
        for (Goal.Measured one : measured) {
            Unit unit = one.metric().unit();
            tables.put(unit, row(tables.computeIfAbsent(unit, Goals::table), one));
        }
        List<Block> blocks = new ArrayList<>(tables.values());
        for (Goal goal : unknown) {
            blocks.add(Notice.noData(Text.of(
                    "The goal {0} cannot be told: {1} is no measure of the glossary and no expression that the dataset can"
                            + " answer. Mend its metric, dataset, filter or day_column.",
                    Span.words(goal.words()), Span.words(goal.named().metric()))));
        }
        return blocks;
    }

    private static DataTable table(Unit unit) {
        return DataTable.of(
                "Goals: where they started, where they stand, and what is to be reached",
                Column.text("Goal"),
                Column.text("Owner"),
                Column.text("How it stands"),
                Column.exact("Due", Unit.DATE),
                Column.exact("When set", unit),
                Column.exact("Now", unit),
                Column.exact("Target", unit));
    }

    private static DataTable row(DataTable table, Goal.Measured one) {
        Fact due = Fact.of(
                one.goal().dueOn(),
                Origin.of(Goal.TABLE, "max(due_on)")
                        .where(Condition.is("goal_id", one.goal().id())));
        return table.row(
                Cell.label(Text.name(one.goal().words())),
                Cell.label(Text.name(one.goal().owner())),
                Cell.label(label(one.status())),
                Cell.number(due),
                Cell.number(one.start()),
                Cell.number(one.now()),
                Cell.number(one.target()));
    }

    @Message
    private static String label(Goal.Status status) {
        return switch (status) {
            case REACHED -> "reached";
            case MISSED -> "missed";
            case ON_COURSE -> "on course";
            case BEHIND -> "behind";
            case OPEN -> "open";
            case NOT_MEASURABLE -> "not measurable";
        };
    }
}
