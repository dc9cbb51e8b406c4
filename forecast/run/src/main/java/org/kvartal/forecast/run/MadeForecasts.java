package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.iceberg.data.Record;
import org.kvartal.forecast.tables.SeriesTables;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.ingest.lake.Lake;

/** Forecasts by the fingerprint of what they were made from: none is made twice, in one night or in many. */
final class MadeForecasts {
    private static final List<String> NUMBERS = List.of("mean", "lower_80", "lower_95", "upper_80", "upper_95");
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

    private record Made(Forecasts forecasts, LocalDate on) {}

    /** What the last night has left, as far as it has this horizon. */
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
                forecasts.made.put(fingerprint, new Made(rows.forecasts(), rows.on));
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
        fits.forEach(fit -> made.put(fit.fingerprint(), new Made(fit.forecasts(), asOf)));
    }

    Forecasts of(SeriesTask task) {
        return made.get(task.fingerprint()).forecasts();
    }

    LocalDate madeOn(SeriesTask task) {
        return made.get(task.fingerprint()).on();
    }

    /** The rows of one forecast; those of a series like it say the same. */
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
            numbers = new double[NUMBERS.size()][horizon];
        }

        void add(Record row) {
            int step = ((Long) row.getField("step")).intValue();
            steps = Math.max(steps, step);
            if (step <= numbers[0].length) {
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i][step - 1] = (Double) row.getField(NUMBERS.get(i));
                }
            }
        }

        boolean isWhole() {
            return steps == numbers[0].length;
        }

        Forecasts forecasts() {
            return Forecasts.of(
                    model,
                    reason,
                    numbers[0],
                    SeriesTask.LEVELS,
                    new double[][] {numbers[1], numbers[2]},
                    new double[][] {numbers[3], numbers[4]});
        }
    }
}
