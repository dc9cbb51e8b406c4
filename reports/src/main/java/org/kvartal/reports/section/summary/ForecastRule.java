package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.BandRecord;

/**
 * The outlook of past quarters held too seldom: fewer outcomes in its range of eight in ten than bad luck explains once
 * in twenty times.
 */
final class ForecastRule implements Rule {
    @Override
    public Criterion criterion() {
        return Criterion.ofWhole(
                "forecast-held",
                Text.of("Outcomes of past quarters within the range of eight in ten that was forecast"),
                Text.of("With ranges that are right, so few would hold at most once in twenty times."),
                BandRecord.TABLE);
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        if (!data.has(BandRecord.TABLE)) {
            return Optional.empty();
        }
        BandRecord record = BandRecord.of(data, 80);
        return record.isAlarming() ? Optional.of(finding(data, record)) : Optional.empty();
    }

    private static Finding finding(ReportData data, BandRecord record) {
        Fact error =
                data.fact(new Origin(BandRecord.TABLE, BandRecord.OUTLOOK, "avg(abs(p50 - actual))"), data.money());
        return Finding.of(
                        Topic.FAILURE,
                        Text.of(
                                "Only {0} of {1} past outcomes fell into the range of eight in ten that was forecast: the"
                                        + " range is too narrow.",
                                record.held(), record.forecasts()),
                        Numbers.of(record.least())
                                / Math.max(0.01, Numbers.of(record.share().value())))
                .asking(Text.of(
                        "Decide what reserve to plan with: outcomes missed the middle of the forecast by {0} on average.",
                        error));
    }
}
