package org.kvartal.reports.chart;

import java.util.List;
import org.kvartal.reports.fact.Text;

/**
 * Measures over time as lines, and a forecast as a fan: the line is its middle, the band its interval. The axis need
 * not start at zero. The first series is the one that matters and is drawn strongest.
 */
public record LineChart(Heading heading, List<Text> labels, List<Series> series) implements Chart {

    public LineChart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        ChartLint.chart(heading, labels, series);
    }
}
