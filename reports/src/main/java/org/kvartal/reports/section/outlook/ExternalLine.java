package org.kvartal.reports.section.outlook;

import java.time.LocalDate;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Paragraph;
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
    /** What is expected when others are heard too. */
    static Optional<Paragraph> sentence(ReportData data) {
        return data.has(SCORES) && data.has(BLEND) ? Optional.of(next(data)) : Optional.empty();
    }

    /** How right the others were. */
    static Optional<DataTable> scored(ReportData data) {
        return data.has(SCORES) ? Optional.of(scores(data)) : Optional.empty();
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
                data.cell(BLEND, rows, "blended", data.money()),
                data.cell(BLEND, rows, "own_expected", data.money())));
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
                    Cell.number(data.cell(SCORES, rows, "scored_count", Unit.count("periods"))),
                    Cell.number(data.cell(SCORES, rows, "mean_absolute_error", data.money())),
                    Cell.number(data.cell(SCORES, rows, "bias", data.money().asChange())),
                    Cell.number(data.cell(SCORES, rows, "weight", Unit.RATE)),
                    Cell.label(Text.phrase(members.stringColumn("reason").get(i))));
        }
        return table;
    }
}
