package org.kvartal.reports.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kvartal.reports.chart.Chart;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;

/** A chart, with the table behind it. */
public record Figure(Chart chart) implements Block {

    @Override
    public Stream<Fact> facts() {
        return chart.facts();
    }

    /**
     * The numbers of the chart: a row for each label, a column for each series and each end of its intervals.     */
    public DataTable table() {
        DataTable table = new DataTable(chart.heading().measure(), columns(), List.of(), List.of());
        for (int i = 0; i < chart.labels().size(); i++) {
            table = table.row(chart.labels().get(i), cells(i).toArray(Fact[]::new));
        }
        return table;
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(Text.none()));
        for (Series series : chart.series()) {
            columns.add(Column.number(series.name(), chart.heading().unit()));
            if (series.hasIntervals()) {
                columns.add(Column.number(
                        Text.of("{0}, low", series.name()), chart.heading().unit()));
                columns.add(Column.number(
                        Text.of("{0}, high", series.name()), chart.heading().unit()));
            }
        }
        return columns;
    }

    private Stream<Fact> cells(int index) {
        return chart.series().stream().flatMap(series -> {
            Estimate estimate = series.values().get(index);
            return series.hasIntervals()
                    ? Stream.of(estimate.value(), estimate.low(), estimate.high())
                    : Stream.of(estimate.value());
        });
    }
}
