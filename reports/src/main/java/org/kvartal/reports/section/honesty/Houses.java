package org.kvartal.reports.section.honesty;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import tech.tablesaw.api.Table;

/** How the forecasts of others did beside our own, judged by what they said at the time. */
final class Houses {
    private static final String SCORES = "forecast.external_scores";

    private Houses() {}

    /** Empty where no forecast of others is registered. */
    static Optional<DataTable> table(ReportData data) {
        return data.has(SCORES) ? Optional.of(scores(data)) : Optional.empty();
    }

    private static DataTable scores(ReportData data) {
        DataTable table = DataTable.of(
                "Forecasts of others and our own: errors of those made just before a period, and weight in the blend",
                Column.text("Forecast"),
                Column.number("Periods scored", Unit.count("periods")),
                Column.number("Mean absolute error", data.money()),
                Column.number("Bias", data.money().asChange()),
                Column.number("Weight", Unit.RATE),
                Column.text("Why"));
        Table members = data.table("select member, cast(period_months as varchar) as months, reason from " + SCORES
                + " order by period_months, weight desc, member");
        for (int i = 0; i < members.rowCount(); i++) {
            String rows = Condition.all(
                    Condition.is("member", members.stringColumn("member").get(i)),
                    "period_months = " + members.stringColumn("months").get(i));
            table = table.row(
                    Cell.label(named(members.stringColumn("member").get(i))),
                    Cell.number(data.cell(SCORES, rows, "scored_count", Unit.count("periods"))),
                    Cell.number(data.cell(SCORES, rows, "mean_absolute_error", data.money())),
                    Cell.number(data.cell(SCORES, rows, "bias", data.money().asChange())),
                    Cell.number(data.cell(SCORES, rows, "weight", Unit.RATE)),
                    Cell.label(Text.phrase(members.stringColumn("reason").get(i))));
        }
        return table;
    }

    private static Text named(String member) {
        return member.equals("own outlook") ? Text.phrase(member) : Text.name(member);
    }
}
