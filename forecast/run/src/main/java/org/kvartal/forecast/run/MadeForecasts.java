package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.iceberg.data.Record;
import org.kvartal.forecast.tables.SeriesTables;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.ingest.lake.Lake;

/** Forecasts by the fingerprint of the series they were made for: none is made twice, in one night or in many. */
final class MadeForecasts {
    private static final List<String> COLUMNS = List.of(
            "fingerprint",
            "step",
            "made_on",
            "model",
            "reason",
            "mean",
            "lower_80",
            "upper_80",
            "lower_95",
            "upper_95");

    private final Map<String, Made> made = new HashMap<>();

    private record Made(ForecastResult result, LocalDate on) {}

    /** What earlier nights have left, as far as it has this horizon. */
    static MadeForecasts read(Lake lake, int horizon) {
        Map<String, Kept> kept = new HashMap<>();
        lake.scanOnce(
                SeriesTables.SERIES_BACKTEST,
                COLUMNS,
                row -> kept.computeIfAbsent((String) row.getField("fingerprint"), key -> new Kept(row, horizon))
                        .add(row));
        MadeForecasts forecasts = new MadeForecasts();
        kept.forEach((fingerprint, rows) -> {
            if (rows.isWhole()) {
                forecasts.made.put(fingerprint, new Made(rows.result(), rows.on));
            }
        });
        return forecasts;
    }

    /** The tasks of which nothing is known yet, each fingerprint once. */
    List<SeriesTask> missing(Collection<SeriesTrack> tracks) {
        return List.copyOf(tracks.stream()
                .flatMap(track -> track.tasks().stream())
                .filter(task -> !made.containsKey(task.fingerprint()))
                .collect(Collectors.toMap(SeriesTask::fingerprint, Function.identity(), (one, same) -> one))
                .values());
    }

    void add(Collection<SeriesFit> fits, LocalDate asOf) {
        fits.forEach(fit -> made.put(fit.fingerprint(), new Made(fit.result(), asOf)));
    }

    ForecastResult result(SeriesTask task) {
        return made.get(task.fingerprint()).result();
    }

    LocalDate madeOn(SeriesTask task) {
        return made.get(task.fingerprint()).on();
    }

    /** The rows of one forecast; series that are alike have the same rows once each. */
    private static final class Kept {
        private final String model;
        private final String reason;
        private final LocalDate on;
        private final double[][] numbers;
        private int steps;

        Kept(Record row, int horizon) {
            model = (String) row.getField("model");
            reason = (String) row.getField("reason");
            on = (LocalDate) row.getField("made_on");
            numbers = new double[5][horizon];
            for (double[] column : numbers) {
                Arrays.fill(column, Double.NaN);
            }
        }

        void add(Record row) {
            int step = ((Long) row.getField("step")).intValue();
            if (step <= numbers[0].length) {
                steps = Math.max(steps, step);
                for (int i = 0; i < numbers.length; i++) {
                    Double value = (Double) row.getField(COLUMNS.get(5 + i));
                    numbers[i][step - 1] = value == null ? Double.NaN : value;
                }
            }
        }

        boolean isWhole() {
            return steps == numbers[0].length;
        }

        ForecastResult result() {
            return Double.isNaN(numbers[0][0])
                    ? new NotForecastable(model, reason)
                    : Forecasts.of(
                            model,
                            reason,
                            numbers[0],
                            SeriesTask.LEVELS,
                            new double[][] {numbers[1], numbers[3]},
                            new double[][] {numbers[2], numbers[4]});
        }
    }
}
