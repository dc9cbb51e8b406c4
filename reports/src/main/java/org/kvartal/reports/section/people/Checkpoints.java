package org.kvartal.reports.section.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Dimension;
import tech.tablesaw.api.Table;

/** Who has passed what, who is to be followed up, and what the checks show. */
final class Checkpoints {
    private static final String TABLE = "forecast.training_checkpoints";
    private static final String SKILLS = "forecast.training_skills";
    private static final String OPEN = "state in ('missed', 'failed')";
    private static final List<String> STATES = List.of("passed", "due", "failed", "missed", "unrecorded");
    private static final Unit PERSONS = Unit.count("persons");
    private static final Unit HOURS = Unit.measure("hours", 1);
    private static final int MOST_TOPICS = 12;
    private static final int MOST_PERSONS = 10;

    private Checkpoints() {}

    static List<Block> blocks(ReportData data) {
        List<Block> blocks = new ArrayList<>();
        if (data.has(TABLE)) {
            blocks.add(states(data));
            followUp(data).ifPresent(blocks::add);
        }
        skills(data).ifPresent(blocks::add);
        return blocks;
    }

    private static DataTable states(ReportData data) {
        Table topics = data.table("select programme, topic from " + TABLE
                + " group by programme, topic order by count(*) desc, programme, topic limit " + MOST_TOPICS);
        DataTable table = DataTable.of(
                "Checkpoints: each person and topic once, however often it was missed",
                Column.text("Course"),
                Column.text("Topic"),
                Column.number("Passed", PERSONS),
                Column.number("Due", PERSONS),
                Column.number("Failed", PERSONS),
                Column.number("Missed", PERSONS),
                Column.number("Not recorded", PERSONS));
        for (int i = 0; i < topics.rowCount(); i++) {
            String programme = topics.stringColumn("programme").get(i);
            String topic = topics.stringColumn("topic").get(i);
            table = table.row(counted(
                    data,
                    programme,
                    topic,
                    Condition.all(Condition.is("programme", programme), Condition.is("topic", topic))));
        }
        return table.total(counted(data, "", "", ""));
    }

    private static Cell[] counted(ReportData data, String programme, String topic, String rows) {
        List<Cell> cells = new ArrayList<>(List.of(
                programme.isEmpty() ? Cell.label("All") : Cell.label(Text.name(programme)),
                Cell.label(Text.name(topic))));
        STATES.stream()
                .map(state -> Condition.all(rows, Condition.is("state", state)))
                .map(condition -> data.fact(TABLE, condition, "count(*)", PERSONS))
                .map(Cell::number)
                .forEach(cells::add);
        return cells.toArray(Cell[]::new);
    }

    /** The latest that were missed or failed and have no session to come. */
    private static Optional<DataTable> followUp(ReportData data) {
        Table rows = data.table("select c.user_id, " + Dimension.PERSON.name("u", "c.user_id")
                + " as person, c.programme, c.topic, c.state from " + TABLE + " c"
                + Dimension.PERSON.join("u", "c.user_id") + " where c." + OPEN
                + " order by c.due_on desc, c.programme, c.topic, c.user_id limit " + MOST_PERSONS);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        DataTable table = DataTable.of(
                "To follow up: missed or failed, and no session to come; the latest first",
                Column.text("Person"),
                Column.text("Course"),
                Column.text("Topic"),
                Column.text("State"),
                Column.exact("Last session", Unit.DATE));
        for (int i = 0; i < rows.rowCount(); i++) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.label(Text.name(rows.stringColumn("person").get(i))));
            String condition =
                    Condition.is("user_id", rows.stringColumn("user_id").get(i));
            for (String column : List.of("programme", "topic", "state")) {
                String value = rows.stringColumn(column).get(i);
                cells.add(Cell.label(column.equals("state") ? Text.phrase(value) : Text.name(value)));
                condition = Condition.all(condition, Condition.is(column, value));
            }
            cells.add(Cell.number(data.cell(TABLE, condition, "due_on", Unit.DATE)));
            table = table.row(cells.toArray(Cell[]::new));
        }
        return Optional.of(table);
    }

    /** Results of all persons together by months since the first session; empty where all groups are too small. */
    private static Optional<DataTable> skills(ReportData data) {
        String shown = "cohort_month is null and score_mean is not null";
        Table rows = data.table("select programme, topic, cast(months_since as double) as months_since from " + SKILLS
                + " where " + shown + " order by programme, months_since, topic limit " + MOST_TOPICS);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        DataTable table = DataTable.of(
                "Results of checks by time since the first session, and how fast the same persons worked in that month",
                Column.text("Course"),
                Column.text("Topic"),
                Column.exact("Months since", Unit.count("months")),
                Column.number("Persons", PERSONS),
                Column.exact("Result", Unit.RATE),
                Column.exact("from", Unit.RATE),
                Column.exact("to", Unit.RATE),
                Column.exact("Typical handling", HOURS));
        for (int i = 0; i < rows.rowCount(); i++) {
            String programme = rows.stringColumn("programme").get(i);
            String topic = rows.stringColumn("topic").get(i);
            String condition = Condition.all(
                    shown,
                    Condition.is("programme", programme),
                    Condition.is("topic", topic),
                    "months_since = " + (long) rows.doubleColumn("months_since").getDouble(i));
            table = table.row(
                    Cell.label(Text.name(programme)),
                    Cell.label(Text.name(topic)),
                    skill(data, condition, "months_since", Unit.count("months")),
                    skill(data, condition, "person_count", PERSONS),
                    skill(data, condition, "score_mean", Unit.RATE),
                    skill(data, condition, "score_low", Unit.RATE),
                    skill(data, condition, "score_high", Unit.RATE),
                    skill(data, condition, "typical_hours", HOURS));
        }
        return Optional.of(table);
    }

    private static Cell skill(ReportData data, String condition, String column, Unit unit) {
        Fact fact = data.cell(SKILLS, condition, column, unit);
        return Cell.number(fact);
    }
}
