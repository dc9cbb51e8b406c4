package org.kvartal.reports.section.changes;

import java.util.List;
import org.kvartal.reports.chart.BarChart;
import org.kvartal.reports.chart.BridgeChart;
import org.kvartal.reports.chart.Chart;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.Item;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.fact.Fact;

/** The steps from one night to the other: as a bridge, or alone where a bridge would not show them. */
final class StepChart {
    private static final double SEEN_IN_BRIDGE = 0.05;

    private StepChart() {}

    /**
     * Changes that are small beside the whole would not be seen in a bridge, whose bars stand on zero.
     *
     * @param ofChanges the heading when they stand alone
     */
    static Chart of(Heading ofBridge, Heading ofChanges, Item start, List<Item> changes, Item end) {
        double largest = changes.stream().mapToDouble(StepChart::size).max().orElse(0);
        return largest < SEEN_IN_BRIDGE * Math.max(size(start), size(end))
                ? new BarChart(
                        ofChanges,
                        changes.stream().map(Item::label).toList(),
                        List.of(Series.actual(changes.stream().map(Item::value).toArray(Fact[]::new))))
                : new BridgeChart(ofBridge, start, changes, end);
    }

    private static double size(Item item) {
        return item.value().number().orElseThrow().abs().doubleValue();
    }
}
