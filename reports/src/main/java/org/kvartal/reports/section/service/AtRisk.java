package org.kvartal.reports.section.service;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
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

/** The open requests that are still in time and the most likely to be late. */
final class AtRisk {
    private static final String TABLE = "forecast.request_risk";
    private static final int MOST_REQUESTS = 10;
    private static final String RUNNING = "not late and breach_probability is not null";

    private AtRisk() {}

    static Optional<Paragraph> sentence(ReportData data) {
        Fact running = running(data);
        if (running.number().orElseThrow().signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Paragraph(Text.of(
                "{0} open requests are late. Of the {1} that are still in time, {2} are expected to become late, judged by"
                        + " those of the same priority that had been open for as long.",
                data.fact(TABLE, "late", "count(*)", Requests.COUNT),
                running,
                data.fact(TABLE, RUNNING, "sum(breach_probability)", Unit.measure("requests", 1)))));
    }

    static Optional<DataTable> table(ReportData data) {
        return running(data).number().orElseThrow().signum() == 0 ? Optional.empty() : Optional.of(likely(data));
    }

    private static Fact running(ReportData data) {
        return data.fact(TABLE, RUNNING, "count(*)", Requests.COUNT);
    }

    private static DataTable likely(ReportData data) {
        Table rows = data.table("select r.request_id as id, coalesce(a.name, '') as customer, coalesce("
                + Dimension.PERSON.name("u", "r.agent_id")
                + ", '') as agent, coalesce(r.priority, '') as priority from " + TABLE + " r"
                + " left join " + Requests.ALL + " h on h.request_id = r.request_id"
                + " left join crm.accounts a on a.account_id = h.account_id"
                + Dimension.PERSON.join("u", "r.agent_id")
                + " where not r.late and r.breach_probability is not null"
                + " order by r.breach_probability desc, r.due_at, r.request_id limit " + MOST_REQUESTS);
        DataTable table = DataTable.of(
                "Open requests, still in time, that are the most likely to be late; working hours",
                Column.text("Request"),
                Column.text("Customer"),
                Column.text("Agent"),
                Column.text("Priority"),
                Column.number("Chance of late", Unit.RATE),
                Column.number("from", Unit.RATE),
                Column.number("to", Unit.RATE),
                Column.exact("Used", Requests.HOURS),
                Column.exact("Promised", Requests.HOURS),
                Column.exact("Due", Unit.DATE));
        for (int i = 0; i < rows.rowCount(); i++) {
            String id = rows.stringColumn("id").get(i);
            table = table.row(
                    Cell.label(Text.name(id)),
                    label(rows, "customer", i),
                    label(rows, "agent", i),
                    label(rows, "priority", i),
                    cell(data, id, "max(breach_probability)", Unit.RATE),
                    cell(data, id, "max(low)", Unit.RATE),
                    cell(data, id, "max(high)", Unit.RATE),
                    cell(data, id, "max(used_hours)", Requests.HOURS),
                    cell(data, id, "max(target_hours)", Requests.HOURS),
                    cell(data, id, "max(cast(due_at as date))", Unit.DATE));
        }
        return table;
    }

    private static Cell label(Table rows, String column, int row) {
        String text = rows.stringColumn(column).get(row);
        return Cell.label(text.isBlank() ? Text.of("not stated") : Text.name(text));
    }

    private static Cell cell(ReportData data, String id, String measure, Unit unit) {
        return Cell.number(data.fact(TABLE, Condition.is("request_id", id), measure, unit));
    }
}
