package org.kvartal.reports.section.changes;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import tech.tablesaw.api.Table;

/** Where the deviation of an alarming total sits: where, not why. */
final class AlarmCause {
    private static final String TABLE = "forecast.kpi_attributions";
    private static final String WHOLE_RATE = "dimension = 'product'";

    private AlarmCause() {}

    static Optional<Text> sentence(ReportData data, Alarm alarm) {
        String rows = Condition.all(Condition.is("grain", alarm.grain()), Condition.is("kpi", alarm.kpi()));
        if (!alarm.isTotal()) {
            return Optional.empty();
        }
        return alarm.kpi().equals("win_rate") ? rate(data, rows) : cause(data, alarm, rows);
    }

    private static Optional<Text> cause(ReportData data, Alarm alarm, String rows) {
        String isCause = Condition.all(rows, "is_cause");
        Table parts = data.table("select c.dimension, coalesce(nullif(trim(p.name), ''), nullif(trim(u.name), ''),"
                + " c.product_id, c.owner_id, c.region, 'not stated') as part from " + TABLE + " c"
                + " left join crm.products p on p.product_id = c.product_id"
                + " left join crm.users u on u.user_id = c.owner_id where " + isCause
                + " order by abs(contribution) desc, part");
        if (parts.isEmpty()) {
            return data.table("select kpi from " + TABLE + " where " + rows).isEmpty()
                    ? Optional.empty()
                    : Optional.of(Text.of("No few regions, products or owners explain it: it is spread over all."));
        }
        String dimension = parts.stringColumn("dimension").get(0);
        String whole = Condition.all(rows, Condition.is("dimension", dimension));
        return Optional.of(Text.of(
                message(dimension),
                contribution(data, alarm, isCause),
                contribution(data, alarm, whole),
                Text.list(Text.names(parts.stringColumn("part").asList()))));
    }

    @Message
    private static String message(String dimension) {
        return switch (dimension) {
            case "product" -> "By product, {0} of {1} sits with {2}.";
            case "owner" -> "By owner, {0} of {1} sits with {2}.";
            default -> "By region, {0} of {1} sits with {2}.";
        };
    }

    private static Fact contribution(ReportData data, Alarm alarm, String condition) {
        String measure = alarm.kpi().endsWith("_count") ? "round(sum(contribution))" : "sum(contribution)";
        return data.fact(TABLE, condition, measure, alarm.unit(data).asChange());
    }

    private static Optional<Text> rate(ReportData data, String rows) {
        String condition = Condition.all(rows, WHOLE_RATE);
        if (data.table("select kpi from " + TABLE + " where " + condition).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Text.of(
                "By product, {0} of it is due to changed win rates and {1} to another mix of products.",
                data.fact(TABLE, condition, "sum(rate_effect)", Unit.POINTS),
                data.fact(TABLE, condition, "sum(mix_effect)", Unit.POINTS)));
    }
}
