package org.kvartal.reports.section.honesty;

import java.util.List;
import java.util.stream.IntStream;
import org.kvartal.reports.chart.CalibrationPlot;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.Scenario;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.BandRecord;

/**
 * What came beside what was stated: of the values that an outcome was to stay below with a probability of 10 %, 20 %, and
 * so on, the share that it did stay below. Where the forecast is right, both lines are one.
 */
final class Calibration {
    private static final List<Integer> STATED =
            IntStream.rangeClosed(1, 9).map(tenth -> 10 * tenth).boxed().toList();

    private Calibration() {}

    static Figure chart(ReportData data) {
        BandRecord eighty = BandRecord.of(data, 80);
        List<Estimate> came = STATED.stream()
                .map(percent -> BandRecord.below(data, percent).share())
                .toList();
        List<Estimate> stated = STATED.stream()
                .map(percent -> Estimate.exact(stated(data, percent)))
                .toList();
        Heading heading = new Heading(
                Text.of("{0} of {1} outcomes fell into the band of eight in ten", eighty.held(), eighty.forecasts()),
                data.project().name(),
                "Outcomes below the value stated with a probability",
                Unit.RATE,
                "past quarters, 95% interval");
        return new Figure(new CalibrationPlot(
                heading,
                STATED.stream()
                        .map(percent -> Text.of("{0}%", Span.digits(percent)))
                        .toList(),
                Series.of(Scenario.PLAN, stated).named("Stated"),
                Series.of(Scenario.ACTUAL, came).named("Came")));
    }

    /** A probability, not a rate of cases. */
    private static Fact stated(ReportData data, int percent) {
        return data.fact(new Origin(BandRecord.TABLE, BandRecord.OUTLOOK, "max(" + percent + " / 100.0)"), Unit.RATE)
                .ofRows(Fact.UNCOUNTED);
    }
}
