package org.kvartal.reports.section.outlook;

import java.time.LocalDate;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;
import tech.tablesaw.api.Table;

/** What research of others adds to our own forecast of bookings, and how each member did. */
final class ExternalLine {
    private static final String SCORES = "forecast.external_scores";
    private static final String BLEND = "forecast.external_blend";

    private ExternalLine() {}

    /** Nothing where no forecast of others is registered. */
    static List<Block> blocks(ReportData data) {
        if (!data.has(SCORES)) {
            return List.of();
        }
        return data.has(BLEND) ? List.of(next(data), scores(data)) : List.of(scores(data));
    }

    private static Paragraph next(ReportData data) {
        Table first =
                data.table("select period, period_months from " + BLEND + " order by period, period_months limit 1");
        LocalDate period = first.dateColumn("period").get(0);
        long months = (long) first.numberColumn("period_months").getDouble(0);
        String rows = Condition.all("period = " + Condition.literal(period), "period_months = " + months);
        Text name = months == 1
                ? Period.month(period)
                : Period.named(period, period.plusMonths(months).minusDays(1)).name();
        return new Paragraph(Text.of(
                "Blended with forecasts of others, {0} is expected to book {1}; our own forecast is {2}.",
                name,
                data.fact(Origin.of(BLEND, "max(blended)").where(rows), data.money()),
                data.fact(Origin.of(BLEND, "max(own_expected)").where(rows), data.money())));
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
                    Cell.label(Text.phrase(members.stringColumn("member").get(i))),
                    Cell.number(fact(data, "scored_count", rows, Unit.count("periods"))),
                    Cell.number(fact(data, "mean_absolute_error", rows, data.money())),
                    Cell.number(fact(data, "bias", rows, data.money().asChange())),
                    Cell.number(fact(data, "weight", rows, Unit.RATE)),
                    Cell.label(Text.phrase(members.stringColumn("reason").get(i))));
        }
        return table;
    }

    private static Fact fact(ReportData data, String column, String rows, Unit unit) {
        return data.fact(Origin.of(SCORES, "max(" + column + ")").where(rows), unit);
    }
}
