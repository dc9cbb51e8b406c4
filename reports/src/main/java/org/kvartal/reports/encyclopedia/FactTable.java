package org.kvartal.reports.encyclopedia;

import java.util.List;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.fact.Value;
import org.kvartal.reports.section.Condition;
import tech.tablesaw.api.Table;

/** Facts of a subject as they stand in {@code mart.encyclopedia}, the newest first. */
final class FactTable {
    private static final int MOST_FACTS = 15;
    private static final String TABLE = "mart.encyclopedia";
    private static final Unit VALUE = Unit.measure("", 2);

    private FactTable() {}

    /** Empty when there is no such fact. */
    static Optional<DataTable> of(ReportData data, Subject subject, @Message String caption, List<String> topics) {
        String filter = Condition.all(subject.facts(), Condition.isOneOf("topic", topics));
        Table rows =
                data.table("select f.topic, f.fact, coalesce(f.about, '') as about, coalesce(nullif(trim(r.name), ''),"
                        + " f.about, '') as name, coalesce(f.unit, '') as unit, coalesce(f.remark, '') as remark,"
                        + " coalesce(f.source, '') as source, f.dated_on as dated_on from (select * from " + TABLE
                        + " where "
                        + filter + ") f left join crm.competitor_products r on r.competitor_product_id = f.about"
                        + " order by f.dated_on desc, f.fact, f.about limit " + MOST_FACTS);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        DataTable table = DataTable.of(
                caption,
                Column.text("What"),
                Column.text("About"),
                Column.exact("Value", VALUE),
                Column.text("Unit"),
                Column.text("Remark"),
                Column.text("Source"),
                Column.exact("Day", Unit.DATE),
                Column.exact("Days ago", Unit.count("days")));
        for (int i = 0; i < rows.rowCount(); i++) {
            table = table.row(row(data, subject, rows, i));
        }
        return Optional.of(table);
    }

    private static Cell[] row(ReportData data, Subject subject, Table rows, int i) {
        String one = Condition.all(
                subject.facts(),
                is(rows, "topic", i),
                is(rows, "fact", i),
                is(rows, "about", i),
                "dated_on = " + Condition.literal(rows.dateColumn("dated_on").get(i)));
        return new Cell[] {
            Cell.label(told(rows, "fact", i)),
            Cell.label(Text.name(rows.stringColumn("name").get(i))),
            cell(data, one, "max(value)", VALUE),
            Cell.label(told(rows, "unit", i)),
            Cell.label(told(rows, "remark", i)),
            Cell.label(Text.name(rows.stringColumn("source").get(i))),
            cell(data, one, "max(dated_on)", Unit.DATE),
            cell(data, one, "max(age_days)", Unit.count("days"))
        };
    }

    /** What research has found is told in its own words. */
    private static Text told(Table rows, String column, int i) {
        String words = rows.stringColumn(column).get(i);
        return rows.stringColumn("topic").get(i).equals("research") || words.isEmpty()
                ? Text.name(words)
                : Text.phrase(words);
    }

    private static String is(Table rows, String column, int i) {
        return Condition.is(column, rows.stringColumn(column).get(i));
    }

    private static Cell cell(ReportData data, String filter, String measure, Unit unit) {
        Fact fact = data.fact(TABLE, filter, measure, unit);
        return fact.value() instanceof Value.Missing ? Cell.blank() : Cell.number(fact);
    }
}
