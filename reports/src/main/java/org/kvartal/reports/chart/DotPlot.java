package org.kvartal.reports.chart;

import java.util.List;
import org.kvartal.reports.fact.Text;

/**
 * Estimates by member as a dot on its interval, for rates and effects of few cases. The axis need not start at zero.
 *
 * @param reference drawn as a line across all members, as the rate of the whole; empty for none
 */
public record DotPlot(Heading heading, List<Text> labels, List<Series> series, List<Item> reference) implements Chart {

    public DotPlot {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        reference = List.copyOf(reference);
        ChartLint.chart(heading, labels, series);
        ChartLint.atMostOneSeriesPerScenario(heading, series);
    }
}
