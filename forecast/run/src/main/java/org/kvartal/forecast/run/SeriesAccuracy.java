package org.kvartal.forecast.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.accuracy.ScoredForecast;

/** Forecasts of the past scored with what came: series by series, and over those that have something in common. */
final class SeriesAccuracy {
    private static final String ALL = "all";

    private final Map<SeriesId, Map<String, List<ScoredForecast>>> scores = new TreeMap<>();

    /** Takes in what a method said of a series at an origin of which at least one month has come. */
    void add(SeriesTrack track, int back, String method, Forecasts forecasts) {
        ScoredForecast scored =
                new ScoredForecast(track.known(back), forecasts, track.actuals(back, forecasts.horizon()));
        for (SeriesId id : pools(track.id())) {
            scores.computeIfAbsent(id, key -> new TreeMap<>())
                    .computeIfAbsent(method, key -> new ArrayList<>())
                    .add(scored);
        }
    }

    /** The series itself, and those that it is averaged with. */
    private static Set<SeriesId> pools(SeriesId id) {
        SeriesId scope = new SeriesId(id.measure(), id.scope(), id.scope().equals(SeriesId.TOTAL) ? "" : ALL);
        return new LinkedHashSet<>(
                List.of(id, scope, new SeriesId(id.measure(), ALL, ALL), new SeriesId(ALL, ALL, ALL)));
    }

    /** Rows of {@code forecast.series_accuracy}. */
    Stream<Object[]> rows() {
        return scores.entrySet().stream()
                .flatMap(series -> series.getValue().entrySet().stream()
                        .map(method -> row(series.getKey(), method.getKey(), method.getValue())));
    }

    private static Object[] row(SeriesId id, String method, List<ScoredForecast> scored) {
        return new Object[] {
            id.measure(),
            id.scope(),
            id.member(),
            method,
            (long) scored.size(),
            scored.stream().mapToLong(SeriesAccuracy::values).sum(),
            mean(scored, ScoredForecast::smape),
            mean(scored, ScoredForecast::mase),
            mean(scored, ScoredForecast::rmsse),
            mean(scored, forecast -> forecast.coverage(0.80)),
            mean(scored, forecast -> forecast.coverage(0.95))
        };
    }

    private static long values(ScoredForecast forecast) {
        return Arrays.stream(forecast.actuals())
                .filter(actual -> !Double.isNaN(actual))
                .count();
    }

    /** Over the forecasts for which the measure is defined; of equal weight, however many months they reach. */
    private static @Nullable Double mean(List<ScoredForecast> scored, ToDoubleFunction<ScoredForecast> measure) {
        double[] defined = scored.stream()
                .mapToDouble(measure)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return defined.length == 0 ? null : Arrays.stream(defined).average().orElseThrow();
    }
}
