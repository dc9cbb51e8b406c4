package org.kvartal.reports.custom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.kvartal.reports.chart.BarChart;
import org.kvartal.reports.chart.Chart;
import org.kvartal.reports.chart.ColumnChart;
import org.kvartal.reports.chart.DotPlot;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.LineChart;
import org.kvartal.reports.chart.Scenario;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Period;

/** A fenced block {@code chart}. The chart itself refuses what breaks a rule of charts. */
final class DeclaredChart {
    static final List<String> ATTRIBUTES =
            List.of("kind", "query", "x", "y", "py", "pl", "fc", "low", "high", "message", "measure", "period", "who");
    private static final Map<String, Scenario> SCENARIOS =
            Map.of("y", Scenario.ACTUAL, "py", Scenario.PRIOR_YEAR, "pl", Scenario.PLAN, "fc", Scenario.FORECAST);

    private final Queries queries;
    private final Columns columns;
    private final ReportData data;

    DeclaredChart(Queries queries, Columns columns, ReportData data) {
        this.queries = queries;
        this.columns = columns;
        this.data = data;
    }

    Figure figure(Attributes attributes, Query query) {
        String x = attributes.text("x");
        query.requireColumn(x);
        query.requireDistinctRows(List.of(x));
        List<Series> series = series(attributes, query, x);
        if (series.isEmpty()) {
            throw attributes.refused("the chart needs y=, the column to draw");
        }
        List<Text> labels = IntStream.range(0, query.answer().size())
                .mapToObj(row -> label(query, row, x))
                .toList();
        Heading heading = new Heading(
                Prose.of(attributes.text("message"), queries),
                attributes.text("who", data.project().name()),
                Text.name(attributes.text("measure")),
                series.get(0).values().get(0).value().unit(),
                attributes.has("period") ? Text.name(attributes.text("period")) : Period.day(data.asOf()));
        return new Figure(chart(attributes, heading, labels, series));
    }

    private static Chart chart(Attributes attributes, Heading heading, List<Text> labels, List<Series> series) {
        return switch (attributes.text("kind")) {
            case "line" -> new LineChart(heading, labels, series);
            case "column" -> new ColumnChart(heading, labels, series);
            case "bar" -> new BarChart(heading, labels, series);
            case "dot" -> new DotPlot(heading, labels, series, List.of());
            default -> throw attributes.refused("kind " + attributes.text("kind") + " is not line, column, bar or dot");
        };
    }

    private static Text label(Query query, int row, String x) {
        String label = query.answer().text(row, x);
        return label.isEmpty() ? Text.of("not stated") : Text.name(label);
    }

    private List<Series> series(Attributes attributes, Query query, String x) {
        List<Series> series = new ArrayList<>();
        for (String scenario : List.of("y", "py", "pl", "fc")) {
            List<String> drawn = attributes.names(scenario);
            for (String column : drawn) {
                query.requireColumn(column);
                List<Estimate> values = IntStream.range(0, query.answer().size())
                        .mapToObj(row -> estimate(attributes, query, row, column, x))
                        .toList();
                Series one = Series.of(SCENARIOS.get(scenario), values);
                series.add(drawn.size() == 1 && !scenario.equals("y") ? one : one.named(columns.head(column)));
            }
        }
        return series;
    }

    /** {@code low} and {@code high} belong to the only column of its kind that has an interval: the forecast, else y. */
    private static Estimate estimate(Attributes attributes, Query query, int row, String column, String x) {
        List<String> keys = List.of(x);
        String uncertain = attributes.has("fc") ? "fc" : "y";
        boolean hasInterval = attributes.has("low")
                && attributes.has("high")
                && attributes.names(uncertain).equals(List.of(column));
        if (!hasInterval) {
            return Estimate.exact(query.fact(row, column, keys));
        }
        query.requireColumn(attributes.text("low"));
        query.requireColumn(attributes.text("high"));
        return Estimate.between(
                query.fact(row, attributes.text("low"), keys),
                query.fact(row, column, keys),
                query.fact(row, attributes.text("high"), keys));
    }
}
