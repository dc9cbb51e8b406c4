package org.kvartal.reports.chart;

import java.util.List;
import java.util.stream.Stream;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Text;

/** From one number to another by the changes between them, which add up to the last digit. */
public record BridgeChart(Heading heading, Item start, List<Item> changes, Item end) implements Chart {

    public BridgeChart {
        changes = List.copyOf(changes);
        ChartLint.bridge(heading, start, changes, end);
        ChartLint.chart(heading, labels(start, changes, end), series(start, changes, end));
    }

    @Override
    public List<Text> labels() {
        return labels(start, changes, end);
    }

    @Override
    public List<Series> series() {
        return series(start, changes, end);
    }

    private static List<Text> labels(Item start, List<Item> changes, Item end) {
        return items(start, changes, end).map(Item::label).toList();
    }

    private static List<Series> series(Item start, List<Item> changes, Item end) {
        List<Estimate> values =
                items(start, changes, end).map(Item::value).map(Estimate::exact).toList();
        return List.of(Series.of(Scenario.ACTUAL, values));
    }

    private static Stream<Item> items(Item start, List<Item> changes, Item end) {
        return Stream.concat(Stream.of(start), Stream.concat(changes.stream(), Stream.of(end)));
    }
}
