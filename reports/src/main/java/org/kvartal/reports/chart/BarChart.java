package org.kvartal.reports.chart;

import java.util.List;
import org.kvartal.reports.fact.Text;

/** A measure by member, as region or product: one bar for each, all from zero, in the order given. */
public record BarChart(Heading heading, List<Text> labels, List<Series> series) implements Chart {

    public BarChart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        ChartLint.chart(heading, labels, series);
        ChartLint.atMostOneSeriesPerScenario(heading, series);
    }
}
