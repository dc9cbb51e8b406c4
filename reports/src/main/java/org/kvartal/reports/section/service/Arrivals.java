package org.kvartal.reports.section.service;

import java.util.List;
import java.util.stream.IntStream;
import org.kvartal.reports.chart.ColumnChart;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;

/** At which hours requests arrive, in the zone of the team that handles them. */
final class Arrivals {
    private static final int MONTHS = 12;
    private static final int HOURS = 24;

    private Arrivals() {}

    static ColumnChart chart(ReportData data) {
        Period year = Period.completeMonths(MONTHS, data.asOf());
        String arrived = year.includes("opened_month");
        Origin weekend = new Origin(
                Requests.ALL,
                Condition.all(arrived, "opened_weekday is not null"),
                "count(*) filter (where opened_weekday > 5) * 1.0 / nullif(count(*), 0)");
        Origin monday = new Origin(
                Requests.ALL,
                Condition.all(arrived, "opened_weekday is not null"),
                "count(*) filter (where opened_weekday = 1) * 1.0 / nullif(count(*), 0)");
        Heading heading = new Heading(
                Text.of(
                        "{0} of the requests arrive on Mondays and {1} at weekends",
                        data.fact(monday, Unit.RATE), data.fact(weekend, Unit.RATE)),
                data.project().name(),
                "Requests by hour of arrival",
                Requests.COUNT,
                year.name());
        return new ColumnChart(
                heading,
                IntStream.range(0, HOURS)
                        .mapToObj(hour -> Text.of("{0}", Span.digits(hour)))
                        .toList(),
                List.of(Series.actual(IntStream.range(0, HOURS)
                        .mapToObj(hour -> Requests.count(data, Condition.all(arrived, "opened_hour = " + hour)))
                        .toArray(Fact[]::new))));
    }
}
