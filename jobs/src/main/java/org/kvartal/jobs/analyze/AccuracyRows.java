package org.kvartal.jobs.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kvartal.forecast.timeseries.accuracy.AccuracySummary;
import org.kvartal.forecast.timeseries.accuracy.Comparison;

/** How good models were on the past, as rows of a table. */
final class AccuracyRows {
    private static final OutputColumns POINTS = OutputColumns.NONE
            .text("model")
            .counts("forecasts")
            .numbers("smape", "mase", "rmsse", "owa", "wape", "bias");

    private AccuracyRows() {}

    static OutputColumns columns(IntervalNames intervals) {
        OutputColumns columns = POINTS;
        for (String name : intervals.names().toList()) {
            columns = columns.numbers("coverage-" + name, "msis-" + name, "pinball-" + name);
        }
        return columns;
    }

    static OutputColumns columnsBySeries(IntervalNames intervals) {
        return OutputColumns.NONE.text("unique_id").and(columns(intervals));
    }

    /** One row for each model. */
    static List<List<String>> of(Comparison comparison) {
        return comparison.methods().stream()
                .map(model -> row(model, comparison))
                .toList();
    }

    static List<List<String>> bySeries(String series, Comparison comparison) {
        return of(comparison).stream()
                .map(row -> Stream.concat(Stream.of(series), row.stream()).toList())
                .toList();
    }

    private static List<String> row(String model, Comparison comparison) {
        List<Double> levels = comparison.levels().fractions();
        AccuracySummary points = comparison.summary(model, levels.get(0));
        List<String> row = new ArrayList<>(List.of(model, Integer.toString(points.forecasts())));
        Stream.of(points.smape(), points.mase(), points.rmsse(), points.owa(), points.wape(), points.bias())
                .forEach(measure -> row.add(Numerals.text(measure)));
        for (double level : levels) {
            AccuracySummary summary = comparison.summary(model, level);
            row.add(Numerals.text(summary.coverage()));
            row.add(Numerals.text(summary.msis()));
            row.add(Numerals.text(summary.pinball()));
        }
        return row;
    }
}
