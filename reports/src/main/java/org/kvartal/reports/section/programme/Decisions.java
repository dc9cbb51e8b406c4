package org.kvartal.reports.section.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * The decision log as it is known on the date of the report: what was asked for later is not in it, and what was taken later
 * is still to be taken. A decision is carried from report to report until it is closed.
 */
public final class Decisions {
    static final String TABLE = "crm.decisions";

    private Decisions() {}

    /** Known and not closed. */
    static String followed(LocalDate asOf) {
        String day = Condition.literal(asOf);
        return "asked_on <= " + day + " and (closed_on is null or closed_on > " + day + ")";
    }

    /** Still to be taken. */
    static String waiting(LocalDate asOf) {
        return followed(asOf) + " and (taken_on is null or taken_on > " + Condition.literal(asOf) + ")";
    }

    /** Still to be taken although the day has come. */
    static String overdue(LocalDate asOf) {
        return waiting(asOf) + " and due_on < " + Condition.literal(asOf);
    }

    static Fact count(ReportData data, String condition) {
        return data.fact(new Origin(TABLE, condition, "count(*)"), Unit.count("decisions"));
    }

    /** What page one says of a decision that waits. */
    public record Waiting(String words, String owner, Fact due, Fact days) {}

    /** The decisions that are overdue, the oldest first. */
    public static List<Waiting> overdue(ReportData data) {
        Table rows = data.table("select decision_id, decision, owner from " + TABLE + " where " + overdue(data.asOf())
                + " order by due_on, decision_id");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Waiting(
                        row.getString("decision"),
                        row.getString("owner"),
                        date(data, row.getString("decision_id"), "due_on"),
                        data.fact(
                                one(
                                        row.getString("decision_id"),
                                        "max(" + Condition.literal(data.asOf()) + " - due_on)"),
                                Unit.count("days"))))
                .toList();
    }

    /** Who is to decide, and since when that is asked. */
    public record Asked(String owner, Fact since) {}

    /** What the log holds of a question that a rule of page one asks; empty when it is not in it. */
    public static Optional<Asked> askedBy(ReportData data, String rule) {
        Table rows = data.table("select decision_id, owner from " + TABLE + " where "
                + Condition.all(waiting(data.asOf()), Condition.is("rule", rule))
                + " order by asked_on, decision_id limit 1");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Asked(row.getString("owner"), date(data, row.getString("decision_id"), "asked_on")))
                .findFirst();
    }

    static List<Block> blocks(ReportData data) {
        Table rows = data.table("select decision_id, decision, owner from " + TABLE + " where " + followed(data.asOf())
                + " order by asked_on, decision_id");
        if (rows.isEmpty()) {
            return List.of();
        }
        DataTable table = DataTable.of(
                "Decisions: asked for, taken, and carried over until they are closed",
                Column.text("Decision"),
                Column.text("Owner"),
                Column.text("How it stands"),
                Column.exact("Asked", Unit.DATE),
                Column.exact("Due", Unit.DATE),
                Column.exact("Taken", Unit.DATE),
                Column.text("What was decided"));
        for (Row row : rows) {
            table = table.row(cells(data, row));
        }
        List<Block> blocks = new ArrayList<>(List.of(table));
        blocks.addAll(Results.blocks(data));
        return blocks;
    }

    private static Cell[] cells(ReportData data, Row row) {
        String id = row.getString("decision_id");
        Fact asked = date(data, id, "asked_on");
        Fact due = date(data, id, "due_on");
        String day = Condition.literal(data.asOf());
        Fact taken = data.fact(one(id, "max(case when taken_on <= " + day + " then taken_on end)"), Unit.DATE);
        Fact words =
                data.fact(one(id, "coalesce(max(case when taken_on <= " + day + " then taken end), '')"), Unit.TEXT);
        return new Cell[] {
            Cell.label(Text.name(row.getString("decision"))),
            Cell.label(Text.name(row.getString("owner"))),
            Cell.label(State.of(data, asked, due, taken).label()),
            Cell.number(asked),
            Cell.number(due),
            Cell.number(taken),
            Cell.number(words)
        };
    }

    static Fact date(ReportData data, String id, String column) {
        return data.fact(one(id, "max(" + column + ")"), Unit.DATE);
    }

    static Origin one(String id, String measure) {
        return new Origin(TABLE, Condition.is("decision_id", id), measure);
    }
}
