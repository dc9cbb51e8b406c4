package org.kvartal.forecast.run;

import java.time.YearMonth;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.tables.SeriesTables;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.ingest.lake.TableSpec;

/** Forecasts as rows of their tables. */
final class SeriesRows {
    private static final String[] NUMBERS = {"mean", "lower_80", "upper_80", "lower_95", "upper_95"};

    private SeriesRows() {}

    /** What is said of a series of a measure, month by month after the last complete one. */
    static Stream<Object[]> forecasts(SeriesMeasure measure, SeriesId id, YearMonth last, Forecasts forecasts) {
        return IntStream.rangeClosed(1, forecasts.horizon()).mapToObj(step -> {
            Row row = new Row(SeriesTables.SERIES_FORECASTS, id, last.plusMonths(step), step, forecasts);
            row.put("unit", measure.unit());
            double[] numbers = numbers(forecasts, step);
            for (int i = 0; i < numbers.length; i++) {
                row.put(NUMBERS[i], Money.of(numbers[i]));
            }
            return row.values;
        });
    }

    /**
     * What was said of a series at one of its origins, and what came.
     *
     * @param coherent the same made to add up; null for cells
     */
    static Stream<Object[]> backtest(
            SeriesTrack track, int back, MadeForecasts made, Forecasts baseline, @Nullable Forecasts coherent) {
        SeriesTask task = track.tasks().get(back);
        Forecasts forecasts = made.of(task);
        double[] actuals = track.actuals(back, forecasts.horizon());
        return IntStream.rangeClosed(1, forecasts.horizon()).mapToObj(step -> {
            YearMonth month = track.origin(back).plusMonths(step);
            Row row = new Row(SeriesTables.SERIES_BACKTEST, track.id(), month, step, forecasts);
            row.put("origin", track.origin(back).atEndOfMonth());
            row.put("fingerprint", task.fingerprint());
            row.put("made_on", made.madeOn(task));
            row.put("actual", Double.isNaN(actuals[step - 1]) ? null : actuals[step - 1]);
            row.put("baseline", baseline.mean(step));
            if (coherent != null) {
                row.put("coherent_mean", coherent.mean(step));
                row.put("coherent_lower_80", coherent.interval(step, 0.80).lower());
                row.put("coherent_upper_80", coherent.interval(step, 0.80).upper());
            }
            double[] numbers = numbers(forecasts, step);
            for (int i = 0; i < numbers.length; i++) {
                row.put(NUMBERS[i], numbers[i]);
            }
            return row.values;
        });
    }

    private static double[] numbers(Forecasts forecasts, int step) {
        return new double[] {
            forecasts.mean(step),
            forecasts.interval(step, 0.80).lower(),
            forecasts.interval(step, 0.80).upper(),
            forecasts.interval(step, 0.95).lower(),
            forecasts.interval(step, 0.95).upper()
        };
    }

    /** A row filled column by column. */
    private static final class Row {
        private final TableSpec table;
        private final @Nullable Object[] values;

        Row(TableSpec table, SeriesId id, YearMonth month, int step, Forecasts forecasts) {
            this.table = table;
            this.values = new Object[table.columns().size()];
            put("measure", id.measure());
            put("scope", id.scope());
            put("member", id.member());
            put("month", month.atDay(1));
            put("step", (long) step);
            put("model", forecasts.model());
            put("reason", forecasts.reason());
        }

        void put(String column, @Nullable Object value) {
            values[table.columnNames().indexOf(column)] = value;
        }
    }
}
