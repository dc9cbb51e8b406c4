package org.kvartal.reports.section.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Dimension;
import tech.tablesaw.api.Table;

/** How knowledge is passed on: who trained whom, and whether it matters who taught. */
final class Trainers {
    private static final String TABLE = "forecast.training_cascade";
    private static final Unit PERSONS = Unit.count("persons");
    private static final Unit CHANGE = Unit.RATE.asChange();
    private static final int MOST_TRAINERS = 10;

    private Trainers() {}

    static List<Block> blocks(ReportData data) {
        List<Block> blocks = new ArrayList<>();
        if (data.has(TABLE)) {
            blocks.add(new Paragraph(sentence(data)));
            effects(data).ifPresent(blocks::add);
        }
        return blocks;
    }

    private static Text sentence(ReportData data) {
        return Text.of(
                "Passed on: {0} trainers have taught {1} trained persons, over all courses; {2} of these trainers were trained"
                        + " themselves before they taught, and the longest chain has {3} links. For {4} trained persons no trainer"
                        + " is recorded.",
                count(data, "direct_count > 0", "count(distinct user_id)"),
                count(data, "trainer_id is not null", "count(*)"),
                count(data, "direct_count > 0 and trainer_id is not null", "count(distinct user_id)"),
                count(data, "", "coalesce(max(depth), 0)"),
                count(data, "training_id is not null and trainer_id is null", "count(*)"));
    }

    private static Fact count(ReportData data, String rows, String measure) {
        return data.fact(TABLE, rows, measure, Unit.count(""));
    }

    /** Empty unless there are two to compare. */
    private static Optional<DataTable> effects(ReportData data) {
        Table rows = data.table("select t.programme, t.user_id, " + Dimension.PERSON.name("u", "t.user_id")
                + " as trainer from " + TABLE + " t" + Dimension.PERSON.join("u", "t.user_id")
                + " where t.shrunk is not null order by t.programme, t.shrunk, t.user_id limit " + MOST_TRAINERS);
        if (rows.rowCount() < 2) {
            return Optional.empty();
        }
        DataTable table = DataTable.of(
                "Change of handling times by trainer, drawn towards the mean by as much as chance explains",
                Column.text("Course"),
                Column.text("Trainer"),
                Column.number("Trained", PERSONS),
                Column.number("Reached", PERSONS),
                Column.exact("Change", CHANGE),
                Column.exact("from", CHANGE),
                Column.exact("to", CHANGE));
        for (int i = 0; i < rows.rowCount(); i++) {
            String programme = rows.stringColumn("programme").get(i);
            String condition = Condition.all(
                    Condition.is("programme", programme),
                    Condition.is("user_id", rows.stringColumn("user_id").get(i)));
            table = table.row(
                    Cell.label(Text.name(programme)),
                    Cell.label(Text.name(rows.stringColumn("trainer").get(i))),
                    Cell.number(data.fact(TABLE, condition, "max(direct_count)", PERSONS)),
                    Cell.number(data.fact(TABLE, condition, "max(reach_count)", PERSONS)),
                    Cell.number(data.fact(TABLE, condition, "exp(max(shrunk)) - 1", CHANGE)),
                    Cell.number(data.fact(TABLE, condition, "exp(max(shrunk_low)) - 1", CHANGE)),
                    Cell.number(data.fact(TABLE, condition, "exp(max(shrunk_high)) - 1", CHANGE)));
        }
        return Optional.of(table);
    }
}
