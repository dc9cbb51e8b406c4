package org.kvartal.reports.section.outlook;

import java.time.LocalDate;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;
import tech.tablesaw.api.Table;

/** What research of others adds to our own forecast of bookings. */
final class ExternalLine {
    private static final String BLEND = "forecast.external_blend";

    private ExternalLine() {}

    /** What is expected when others are heard too; empty where no forecast of others is registered. */
    static Optional<Paragraph> sentence(ReportData data) {
        return data.has(BLEND) ? Optional.of(next(data)) : Optional.empty();
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
}
