package org.kvartal.reports.section.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.LineChart;
import org.kvartal.reports.chart.Scenario;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Condition;
import tech.tablesaw.api.Table;

/** The effect by months since the training, with the band that holds for all of them at once. */
final class EventChart {
    private static final String TABLE = "forecast.training_effects";
    private static final int MONTHS_BEFORE = 12;
    private static final int MONTHS_AFTER = 24;

    private EventChart() {}

    /** Nothing where no effect may be claimed. */
    static List<Block> blocks(ReportData data, Headline headline) {
        return headline.isMeasured()
                ? chart(data, headline).map(EventChart::withCaveat).orElse(List.of())
                : List.of();
    }

    private static List<Block> withCaveat(LineChart chart) {
        return List.of(
                new Figure(chart),
                Notice.caveat(
                        Text.of("Each point compares trained and others at the same time: after the training with just"
                                + " before it, before it from point to point, which should be near zero.")));
    }

    /** What a point is. */
    static List<Block> details(ReportData data, Headline headline) {
        if (!headline.isMeasured() || chart(data, headline).isEmpty()) {
            return List.of();
        }
        Text point = headline.periodMonths() == 1
                ? Text.of("A point is a month.")
                : Text.of(
                        "A point is a period of {0} months: single months hold too few requests.",
                        Span.digits(headline.periodMonths()));
        return List.of(Notice.caveat(
                Text.of("{0} The band holds for all points at once; too few persons make no point.", point)));
    }

    private static Optional<LineChart> chart(ReportData data, Headline headline) {
        List<Integer> months = months(data, headline);
        if (months.size() < 2) {
            return Optional.empty();
        }
        List<Estimate> effects =
                months.stream().map(month -> effect(data, headline, month)).toList();
        Heading heading = new Heading(
                Text.of(
                        "After the training {0} changed by {1} on average against those not trained",
                        Text.of(headline.outcome().words()), TrainingMessage.change(data, headline, "max(change)")),
                headline.programme(),
                Text.of(
                        "{0}, trained against not trained",
                        Text.of(headline.outcome().title())),
                headline.outcome().scale().unit(),
                Text.of("months since the training, AC with 95% band"));
        return Optional.of(new LineChart(
                heading,
                months.stream().map(EventChart::label).toList(),
                List.of(Series.of(Scenario.ACTUAL, effects).named("Effect of the training"))));
    }

    private static List<Integer> months(ReportData data, Headline headline) {
        Table rows = data.table("select cast(event_month as double) as event_month from " + TABLE + " where "
                + Condition.all(
                        events(headline),
                        "not is_small",
                        "event_month between " + -MONTHS_BEFORE + " and " + MONTHS_AFTER)
                + " order by 1");
        List<Integer> months = new ArrayList<>();
        for (int i = 0; i < rows.rowCount(); i++) {
            months.add((int) rows.doubleColumn("event_month").getDouble(i));
        }
        return months;
    }

    private static String events(Headline headline) {
        return Condition.all(
                headline.rows(), Condition.is("estimator", "callaway-santanna"), Condition.is("aggregation", "event"));
    }

    private static Estimate effect(ReportData data, Headline headline, int month) {
        String rows = Condition.all(events(headline), "event_month = " + month);
        return Estimate.between(
                fact(data, headline, rows, "max(band_low)"),
                fact(data, headline, rows, "max(estimate)"),
                fact(data, headline, rows, "max(band_high)"));
    }

    private static Fact fact(ReportData data, Headline headline, String rows, String measure) {
        TrainingOutcome.Scale scale = headline.outcome().scale();
        return data.fact(TABLE, rows, scale.told(measure), scale.unit());
    }

    private static Text label(int month) {
        return month == 0 ? Text.of("training") : Text.of("{0}", Span.offset(month));
    }
}
