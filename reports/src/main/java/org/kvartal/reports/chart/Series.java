package org.kvartal.reports.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Text;

/**
 * The numbers of one scenario, one for each label of the chart.
 *
 * @param name what is written beside the marks; the scenario's code if nothing better is known
 */
public record Series(Scenario scenario, Text name, List<Estimate> values) {

    public Series {
        values = List.copyOf(values);
        ChartLint.series(scenario, name, values);
    }

    public static Series of(Scenario scenario, List<Estimate> values) {
        return new Series(scenario, Text.of(scenario.code()), values);
    }

    public static Series actual(Fact... values) {
        return of(Scenario.ACTUAL, Arrays.stream(values).map(Estimate::exact).toList());
    }

    /** The same numbers under a name of their own. */
    public Series named(@Message String newName) {
        return named(Text.of(newName));
    }

    public Series named(Text newName) {
        return new Series(scenario, newName, values);
    }

    public Stream<Fact> facts() {
        return values.stream().flatMap(Estimate::facts);
    }

    public boolean hasIntervals() {
        return values.stream().anyMatch(Estimate::hasInterval);
    }
}
