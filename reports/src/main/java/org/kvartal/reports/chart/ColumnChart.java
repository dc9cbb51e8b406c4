package org.kvartal.reports.chart;

import java.util.List;
import org.kvartal.reports.fact.Text;

/** A measure over time, one group of columns for each period, all from zero. */
public record ColumnChart(Heading heading, List<Text> labels, List<Series> series) implements Chart {

    public ColumnChart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        ChartLint.chart(heading, labels, series);
        ChartLint.atMostOneSeriesPerScenario(heading, series);
    }
}
