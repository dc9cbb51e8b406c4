package org.kvartal.reports.section.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;
import tech.tablesaw.api.Table;

/** Which functions have become habits, which companies entered count, and whether what was done has changed anything. */
final class AdoptionWork {
    private static final String FUNCTIONS = "forecast.adoption_functions";
    private static final String ENTRIES = "forecast.adoption_entries";
    private static final String INTERVENTIONS = "forecast.adoption_interventions";
    private static final Unit USES = Unit.count("uses");
    private static final Unit COMPANIES = Unit.count("companies");
    private static final int MOST_FUNCTIONS = 12;
    private static final int MONTHS = 6;

    private AdoptionWork() {}

    static List<Block> blocks(ReportData data) {
        List<Block> blocks = new ArrayList<>();
        if (data.has(INTERVENTIONS)) {
            blocks.add(interventions(data));
        }
        if (data.has(FUNCTIONS)) {
            blocks.add(functions(data));
        }
        if (data.has(ENTRIES)) {
            blocks.add(entries(data));
        }
        return blocks;
    }

    private static DataTable interventions(ReportData data) {
        DataTable table = DataTable.of(
                "What was done, and what it changed in the eight weeks after it, beside those not reached by then",
                Column.text("What"),
                Column.exact("From", Unit.DATE),
                Column.number("Reached", Adoption.PERSONS),
                Column.gain("Days with use", Unit.POINTS),
                Column.number("95% from", Unit.POINTS.asChange()),
                Column.number("95% to", Unit.POINTS.asChange()),
                Column.text("Verdict"));
        Table rows = data.table("select intervention, verdict from " + INTERVENTIONS + " order by first_on desc, 1");
        for (int i = 0; i < rows.rowCount(); i++) {
            String name = rows.stringColumn("intervention").get(i);
            String condition = Condition.is("intervention", name);
            table = table.row(
                    Cell.label(Text.name(name)),
                    number(data, INTERVENTIONS, condition, "max(first_on)", Unit.DATE),
                    number(data, INTERVENTIONS, condition, "sum(reached_count)", Adoption.PERSONS),
                    number(data, INTERVENTIONS, condition, "sum(effect)", Unit.POINTS.asChange()),
                    number(data, INTERVENTIONS, condition, "sum(low)", Unit.POINTS.asChange()),
                    number(data, INTERVENTIONS, condition, "sum(high)", Unit.POINTS.asChange()),
                    Cell.label(Text.phrase(rows.stringColumn("verdict").get(i))));
        }
        return table;
    }

    private static DataTable functions(ReportData data) {
        DataTable table = DataTable.of(
                "Functions: tried within a year, and habits (used in four of the last eight weeks)",
                Column.text("Function"),
                Column.number("Persons", Adoption.PERSONS),
                Column.number("Tried", Adoption.PERSONS),
                Column.number("Habit of", Adoption.PERSONS),
                Column.number("Uses in 4 weeks", USES),
                Column.number("Planned", USES),
                Column.exact("Last used", Unit.DATE));
        Table rows = data.table(
                "select \"function\" from " + FUNCTIONS + " order by use_count desc, 1 limit " + MOST_FUNCTIONS);
        for (String function : rows.stringColumn("function").asList()) {
            String condition = Condition.is("\"function\"", function);
            table = table.row(
                    Text.name(function),
                    data.fact(FUNCTIONS, condition, "sum(person_count)", Adoption.PERSONS),
                    data.fact(FUNCTIONS, condition, "sum(tried_count)", Adoption.PERSONS),
                    data.fact(FUNCTIONS, condition, "sum(habitual_count)", Adoption.PERSONS),
                    data.fact(FUNCTIONS, condition, "sum(use_count)", USES),
                    data.fact(FUNCTIONS, condition, "sum(planned_count)", USES),
                    data.fact(FUNCTIONS, condition, "max(last_used_on)", Unit.DATE));
        }
        return table;
    }

    private static DataTable entries(ReportData data) {
        DataTable table = DataTable.of(
                "Companies entered: what counts, and what was imported, is there twice, has no name or was deleted",
                Column.text("Month"),
                Column.number("Entered", COMPANIES),
                Column.number("Imported", COMPANIES),
                Column.number("Twice", COMPANIES),
                Column.number("No name", COMPANIES),
                Column.number("Deleted", COMPANIES),
                Column.number("Count", COMPANIES),
                Column.number("Quota", COMPANIES));
        Table months = data.table("select cast(month as varchar) as month from " + ENTRIES
                + " where owner_id is null order by 1 desc limit " + MONTHS);
        for (String month : months.stringColumn("month").asList()) {
            String condition = "owner_id is null and month = date '" + month + "'";
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.label(Period.month(LocalDate.parse(month))));
            for (String column : List.of(
                    "entered_count",
                    "imported_count",
                    "duplicate_count",
                    "filler_count",
                    "deleted_count",
                    "counted_count",
                    "quota")) {
                cells.add(number(data, ENTRIES, condition, "sum(" + column + ")", COMPANIES));
            }
            table = table.row(cells.toArray(Cell[]::new));
        }
        return table;
    }

    private static Cell number(ReportData data, String table, String condition, String measure, Unit unit) {
        return Cell.number(data.fact(table, condition, measure, unit));
    }
}
