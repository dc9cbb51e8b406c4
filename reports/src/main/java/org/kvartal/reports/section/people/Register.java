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
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.measure.Measures;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Dimension;
import org.kvartal.reports.section.Member;
import org.kvartal.reports.section.Members;
import tech.tablesaw.api.Table;

/** The training sessions, who came, and who has never been trained. */
final class Register {
    static final String TABLE = "mart.training_register";

    private static final String COVERAGE = "mart.training_coverage";
    private static final int MOST_SESSIONS = 12;
    private static final int MOST_TEAMS = 12;
    private static final Unit PERSONS = Unit.count("persons");

    private Register() {}

    static Text sentence(ReportData data) {
        return Text.of(
                "{0} of those who work with the CRM have been trained: {1} of {2} persons.",
                data.fact(Origin.of(COVERAGE, Measures.TRAINING_COVERAGE_RATE.sql()), Unit.RATE),
                data.fact(Origin.of(COVERAGE, "coalesce(sum(trained_count), 0)"), PERSONS),
                data.fact(Origin.of(COVERAGE, "coalesce(sum(headcount), 0)"), PERSONS));
    }

    static List<Block> blocks(ReportData data) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(sessions(data));
        coverage(data).ifPresent(blocks::add);
        return blocks;
    }

    private static DataTable sessions(ReportData data) {
        Table latest = data.table("select training_id, coalesce(programme, training_id) as programme,"
                + " coalesce(topic, '') as topic, case when held then 'held' else 'due' end as state"
                + " from " + TABLE + " order by held_on desc nulls last, training_id limit " + MOST_SESSIONS);
        DataTable table = DataTable.of(
                "Training register, latest sessions first",
                Column.text("Programme"),
                Column.text("Topic"),
                Column.text("State"),
                Column.exact("Day", Unit.DATE),
                Column.number("Enrolled", PERSONS),
                Column.number("Attended", PERSONS),
                Column.number("Missed", PERSONS),
                Column.number("Not recorded", PERSONS));
        List<String> named = new ArrayList<>();
        for (int i = 0; i < latest.rowCount(); i++) {
            String id = latest.stringColumn("training_id").get(i);
            named.add(id);
            table = row(
                    data,
                    table,
                    List.of(
                            Text.name(latest.stringColumn("programme").get(i)),
                            Text.name(latest.stringColumn("topic").get(i)),
                            Text.phrase(latest.stringColumn("state").get(i))),
                    Condition.is("training_id", id));
        }
        return closed(data, table, Condition.isNoneOf("training_id", named));
    }

    private static DataTable row(ReportData data, DataTable table, List<Text> words, String condition) {
        List<Cell> cells = new ArrayList<>(words.stream().map(Cell::label).toList());
        cells.add(Cell.number(data.cell(TABLE, condition, "held_on", Unit.DATE)));
        cells.addAll(persons(data, condition));
        return table.row(cells.toArray(Cell[]::new));
    }

    private static List<Cell> persons(ReportData data, String condition) {
        return List.of("enrolled_count", "attended_count", "missed_count", "unrecorded_count").stream()
                .map(column -> data.fact(TABLE, condition, "sum(" + column + ")", PERSONS))
                .map(Cell::number)
                .toList();
    }

    private static DataTable closed(ReportData data, DataTable table, String others) {
        Fact rest = data.fact(TABLE, others, "count(*)", Unit.count("sessions"));
        DataTable whole = rest.number().orElseThrow().signum() == 0
                ? table
                : table.row(summary(data, "Earlier sessions", others));
        return whole.total(summary(data, "Total", ""));
    }

    private static Cell[] summary(ReportData data, @Message String label, String condition) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.label(label), Cell.blank(), Cell.blank(), Cell.blank()));
        cells.addAll(persons(data, condition));
        return cells.toArray(Cell[]::new);
    }

    /** Empty when nobody is known to work with the CRM. */
    private static Optional<DataTable> coverage(ReportData data) {
        if (!data.has(COVERAGE)) {
            return Optional.empty();
        }
        DataTable table = DataTable.of(
                "Who has been trained, by team",
                Column.text("Team"),
                Column.number("Work with the CRM", PERSONS),
                Column.number("Trained", PERSONS),
                Column.number("Not trained", PERSONS),
                Column.number("Trained share", Unit.RATE));
        Origin size = Origin.of(COVERAGE, "sum(headcount)");
        for (Member team : Members.largest(data, Dimension.TEAM, size, MOST_TEAMS)) {
            table = table.row(team.label(), trained(data, team.condition()));
        }
        return Optional.of(table.total("Total", trained(data, "")));
    }

    private static Fact[] trained(ReportData data, String condition) {
        return new Fact[] {
            data.fact(COVERAGE, condition, "sum(headcount)", PERSONS),
            data.fact(COVERAGE, condition, "sum(trained_count)", PERSONS),
            data.fact(COVERAGE, condition, "sum(untrained_count)", PERSONS),
            data.fact(COVERAGE, condition, Measures.TRAINING_COVERAGE_RATE.sql(), Unit.RATE)
        };
    }
}
