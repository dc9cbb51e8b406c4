package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.tables.SeriesTables;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.ingest.lake.TableSpec;

/** Forecasts as rows of their tables. */
final class SeriesRows {
    private static final String[] ENDS = {"lower_80", "upper_80", "lower_95", "upper_95"};

    private final int horizon;

    SeriesRows(int horizon) {
        this.horizon = horizon;
    }

    /** What is said of a series of a measure, month by month after the last complete one. */
    Stream<Object[]> forecasts(SeriesMeasure measure, SeriesId id, YearMonth last, ForecastResult result) {
        return IntStream.rangeClosed(1, horizon).mapToObj(step -> {
            Row row = new Row(SeriesTables.SERIES_FORECASTS, id, last.plusMonths(step), step, result);
            row.put("unit", measure.unit());
            if (result instanceof Forecasts forecasts) {
                row.put("mean", Money.of(forecasts.mean(step)));
                double[] ends = ends(forecasts, step);
                for (int i = 0; i < ends.length; i++) {
                    row.put(ENDS[i], Money.of(ends[i]));
                }
            }
            return row.values;
        });
    }

    /** What was said of a series at each of its origins, the oldest first, and what came. */
    Stream<Object[]> backtest(SeriesTrack track, MadeForecasts made, Forecaster baseline) {
        int oldest = track.tasks().size() - 1;
        return IntStream.rangeClosed(0, oldest)
                .map(i -> oldest - i)
                .boxed()
                .flatMap(back -> origin(track, back, made, baseline));
    }

    private Stream<Object[]> origin(SeriesTrack track, int back, MadeForecasts made, Forecaster baseline) {
        SeriesTask task = track.tasks().get(back);
        ForecastResult result = made.result(task);
        LocalDate on = made.madeOn(task);
        ForecastResult simple = baseline.forecast(track.known(back), horizon, Levels.none());
        double[] actuals = track.actuals(back, horizon);
        return IntStream.rangeClosed(1, horizon).mapToObj(step -> {
            YearMonth month = track.origin(back).plusMonths(step);
            Row row = new Row(SeriesTables.SERIES_BACKTEST, track.id(), month, step, result);
            row.put("origin", track.origin(back).atEndOfMonth());
            row.put("fingerprint", task.fingerprint());
            row.put("made_on", on);
            row.put("actual", Double.isNaN(actuals[step - 1]) ? null : actuals[step - 1]);
            row.put("baseline", simple instanceof Forecasts forecasts ? forecasts.mean(step) : null);
            if (result instanceof Forecasts forecasts) {
                row.put("mean", forecasts.mean(step));
                double[] ends = ends(forecasts, step);
                for (int i = 0; i < ends.length; i++) {
                    row.put(ENDS[i], ends[i]);
                }
            }
            return row.values;
        });
    }

    private static double[] ends(Forecasts forecasts, int step) {
        return new double[] {
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

        Row(TableSpec table, SeriesId id, YearMonth month, int step, ForecastResult result) {
            this.table = table;
            this.values = new Object[table.columns().size()];
            put("measure", id.measure());
            put("scope", id.scope());
            put("member", id.member());
            put("month", month.atDay(1));
            put("step", (long) step);
            put("model", result.model());
            put("reason", result.reason());
        }

        void put(String column, @Nullable Object value) {
            values[table.columnNames().indexOf(column)] = value;
        }
    }
}
