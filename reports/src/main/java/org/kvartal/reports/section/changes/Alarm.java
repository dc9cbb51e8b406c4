package org.kvartal.reports.section.changes;

import java.time.LocalDate;
import java.util.Map;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Span;
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
    private static final Map<String, Text> LABELS = Map.of(
            "created_count", Text.of("Deals created"),
            "created_amount", Text.of("Amount of deals created"),
            "won_count", Text.of("Deals won"),
            "won_amount", Text.of("Amount won"),
            "win_rate", Text.of("Win rate of deals closed"),
            "lost_count", Text.of("Deals lost"),
            "opened_request_count", Text.of("Requests opened"));

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
        Text when = firstDay.equals(lastDay)
                ? Text.of("on {0}", Span.day(lastDay))
                : Text.of("from {0}", Period.days(firstDay, lastDay).name());
        Text since = isNew ? Text.of("new tonight") : Text.of("so since {0}", Span.day(this.since));
        return grain.equals("drift")
                ? Text.of(
                        "{0} {1}: {2}, where {3} would be expected; {4}.",
                        label(), when, fact(data, "actual"), fact(data, "expected"), since)
                : Text.of(
                        "{0} {1}: {2}, where {3} would be expected, {5} to {6} in 19 of 20 cases; {4}.",
                        label(),
                        when,
                        fact(data, "actual"),
                        fact(data, "expected"),
                        since,
                        fact(data, "lower"),
                        fact(data, "upper"));
    }

    Text label() {
        Text label = LABELS.getOrDefault(kpi, Text.name(kpi));
        return part.isEmpty() ? label : Text.of("{0} ({1})", label, Span.words(part));
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
        return data.fact(Alarms.TABLE, condition, measure(column), unit(data));
    }

    /** Counts are expected in fractions, but read as whole numbers. */
    private String measure(String column) {
        return kpi.endsWith("_count") ? "round(sum(" + column + "))" : "sum(" + column + ")";
    }
}
