package org.kvartal.reports.chart;

import java.util.List;
import org.kvartal.reports.fact.Text;

/**
 * The same measure over time of several members, a small line for each, all on one scale: small multiples. Better than
 * many lines in one drawing, which nobody can tell apart.
 *
 * @param series one for each member, in the order of the panels; its name heads its panel
 */
public record PanelChart(Heading heading, List<Text> labels, List<Series> series) implements Chart {

    public PanelChart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        ChartLint.panels(heading, labels, series);
    }
}
