package org.kvartal.reports.section.outlook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.LineChart;
import org.kvartal.reports.chart.Scenario;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.fact.Value;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.MeasureAhead;
import org.kvartal.reports.section.Period;

/** The last months and those to come with their range, measure by measure. */
final class MonthsAhead {
    private static final int MOST_MONTHS_AHEAD = 12;
    private static final String TABLE = MeasureAhead.FORECASTS;

    private MonthsAhead() {}

    /** Nothing when no month is forecast. */
    static List<Block> bookings(ReportData data) {
        return drawn(data, MeasureAhead.BOOKINGS);
    }

    /** What the months bring beside bookings, and the products behind these. */
    static List<Block> others(ReportData data) {
        List<Block> blocks = new ArrayList<>();
        period(data, MeasureAhead.BOOKINGS)
                .flatMap(ahead -> ProductsAhead.table(data, ahead))
                .ifPresent(blocks::add);
        Arrays.stream(MeasureAhead.values())
                .filter(measure -> measure != MeasureAhead.BOOKINGS)
                .forEach(measure -> blocks.addAll(drawn(data, measure)));
        return blocks;
    }

    private static List<Block> drawn(ReportData data, MeasureAhead measure) {
        List<Block> blocks = new ArrayList<>();
        period(data, measure).ifPresent(ahead -> {
            blocks.add(new Figure(chart(data, measure, ahead)));
            blocks.add(MonthsTotal.of(data, measure, ahead));
        });
        return blocks;
    }

    /** How the months were forecast, or why they were not. */
    static List<Block> remarks(ReportData data) {
        if (period(data, MeasureAhead.BOOKINGS).isEmpty()) {
            return List.of(Notice.noData(Text.of("No month is forecast: the data hold no month of bookings.")));
        }
        String total = MeasureAhead.BOOKINGS.total();
        Fact model = data.cell(TABLE, total, "model", Unit.PHRASE);
        Fact reason = data.cell(TABLE, total, "reason", Unit.PHRASE);
        List<Block> remarks = new ArrayList<>();
        remarks.add(new Paragraph(Text.of("How the months are computed: {0}, {1}.", model, reason)));
        return remarks;
    }

    private static Optional<Period> period(ReportData data, MeasureAhead measure) {
        return day(data, measure, "min(month)").map(first -> {
            LocalDate latest = first.plusMonths(MOST_MONTHS_AHEAD - 1L);
            LocalDate last = day(data, measure, "max(month)").orElseThrow();
            return Period.named(
                    first, (last.isAfter(latest) ? latest : last).plusMonths(1).minusDays(1));
        });
    }

    private static Optional<LocalDate> day(ReportData data, MeasureAhead measure, String value) {
        Fact fact = data.fact(TABLE, measure.total(), value, Unit.DATE);
        return fact.value() instanceof Value.Day day ? Optional.of(day.date()) : Optional.empty();
    }

    private static LineChart chart(ReportData data, MeasureAhead measure, Period ahead) {
        List<Period> back = back(data, measure, ahead);
        List<Period> months =
                Stream.concat(back.stream(), ahead.months().stream()).toList();
        List<Estimate> actual = new ArrayList<>();
        List<Estimate> forecast = new ArrayList<>();
        for (Period month : months) {
            actual.add(Estimate.exact(measure.before(data, month.includes("month"), "max(actual)")));
            forecast.add(forecast(data, measure, month));
        }
        List<Series> series = back.isEmpty()
                ? List.of(Series.of(Scenario.FORECAST, forecast))
                : List.of(Series.of(Scenario.ACTUAL, actual), Series.of(Scenario.FORECAST, forecast));
        Period span = Period.named(months.get(0).from(), ahead.to());
        return new LineChart(
                heading(data, measure, span, ahead, forecast.get(back.size())),
                months.stream().map(Period::name).toList(),
                series);
    }

    private static Heading heading(ReportData data, MeasureAhead measure, Period span, Period ahead, Estimate next) {
        return new Heading(
                Text.of(measure.message(), Span.month(ahead.from()), next.value(), next.low(), next.high()),
                data.project().name(),
                Text.of(measure.title()),
                measure.unit(data),
                Text.of("{0}, AC and FC with 80% interval", span.name()));
    }

    /** The complete months of the past year, as far as the data reach back. */
    private static List<Period> back(ReportData data, MeasureAhead measure, Period ahead) {
        String recent = "month >= " + Condition.literal(ahead.from().minusYears(1));
        Fact first = data.fact(MeasureAhead.MADE, Condition.all(measure.past(), recent), "min(month)", Unit.DATE);
        return first.value() instanceof Value.Day day
                ? Period.named(day.date(), ahead.from().minusDays(1)).months()
                : List.of();
    }

    private static Estimate forecast(ReportData data, MeasureAhead measure, Period month) {
        String condition = month.includes("month");
        return Estimate.between(
                measure.ahead(data, condition, "max(least(lower_80, mean))"),
                measure.ahead(data, condition, "max(mean)"),
                measure.ahead(data, condition, "max(greatest(upper_80, mean))"));
    }
}
