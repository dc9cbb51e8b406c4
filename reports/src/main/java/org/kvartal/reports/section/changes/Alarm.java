package org.kvartal.reports.section.changes;

import java.time.LocalDate;
import java.util.Map;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;
import tech.tablesaw.api.Table;

/**
 * A figure beyond chance.
 *
 * @param part of which product, region or owner; empty for the total
 * @param condition chooses its row
 */
record Alarm(
        String kpi,
        String grain,
        String part,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate since,
        boolean isNew,
        String condition) {
    private static final Map<String, String> LABELS = Map.of(
            "created_count", "Deals created",
            "created_amount", "Amount of deals created",
            "won_count", "Deals won",
            "won_amount", "Amount won",
            "win_rate", "Win rate of deals closed",
            "lost_count", "Deals lost",
            "opened_request_count", "Requests opened");

    static Alarm of(Table rows, int row) {
        String kpi = text(rows, "kpi", row);
        String grain = text(rows, "grain", row);
        return new Alarm(
                kpi,
                grain,
                text(rows, "part", row),
                rows.dateColumn("first_day").get(row),
                rows.dateColumn("last_day").get(row),
                rows.dateColumn("since").get(row),
                text(rows, "state", row).equals("alarm"),
                Condition.all(
                        Condition.is("grain", grain),
                        Condition.is("kpi", kpi),
                        Condition.is("scope", text(rows, "scope", row)),
                        Condition.is("region", text(rows, "region", row)),
                        Condition.is("product_id", text(rows, "product_id", row)),
                        Condition.is("owner_id", text(rows, "owner_id", row))));
    }

    private static String text(Table rows, String column, int row) {
        return rows.column(column).isMissing(row) ? "" : rows.column(column).getString(row);
    }

    Text sentence(ReportData data) {
        String days = firstDay.equals(lastDay)
                ? "on " + Period.day(lastDay)
                : "from " + Period.days(firstDay, lastDay).name();
        String start = label() + " " + days + ": {0}, where {1} " + verb() + " expected";
        String end = isNew ? "; new tonight." : "; so since " + Period.day(since) + ".";
        return grain.equals("drift")
                ? Text.of(start + end, fact(data, "actual"), fact(data, "expected"))
                : Text.of(
                        start + ", {2} to {3} in 19 of 20 cases" + end,
                        fact(data, "actual"),
                        fact(data, "expected"),
                        fact(data, "lower"),
                        fact(data, "upper"));
    }

    private String verb() {
        return kpi.endsWith("_count") ? "were" : "was";
    }

    String label() {
        String label = LABELS.getOrDefault(kpi, kpi);
        return part.isEmpty() ? label : label + " (" + part + ")";
    }

    boolean isTotal() {
        return part.isEmpty();
    }

    Unit unit(ReportData data) {
        return kpi.endsWith("_amount")
                ? data.money()
                : kpi.equals("win_rate")
                        ? Unit.RATE
                        : Unit.count(kpi.startsWith("opened") ? "requests" : "opportunities");
    }

    private Fact fact(ReportData data, String column) {
        return data.fact(Origin.of(Alarms.TABLE, measure(column)).where(condition), unit(data));
    }

    /** Counts are expected in fractions, but read as whole numbers. */
    private String measure(String column) {
        return kpi.endsWith("_count") ? "round(sum(" + column + "))" : "sum(" + column + ")";
    }
}
