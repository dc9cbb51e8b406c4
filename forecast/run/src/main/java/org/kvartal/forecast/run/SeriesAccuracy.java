package org.kvartal.forecast.run;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.accuracy.AccuracySummary;
import org.kvartal.forecast.timeseries.accuracy.AccuracyTally;
import org.kvartal.forecast.timeseries.accuracy.ScoredForecast;

/** Forecasts of the past scored with what came: series by series, and over those that have something in common. */
final class SeriesAccuracy {
    private static final String ALL = "all";

    private final Map<SeriesId, Map<String, Score>> scores = new TreeMap<>();

    /** How good the forecasts of a method were, and how many months they were held against. */
    private static final class Score {
        private final AccuracyTally tally = new AccuracyTally(SeriesTask.LEVELS);
        private long months;

        void add(Score other) {
            tally.add(other.tally);
            months += other.months;
        }
    }

    /** Takes in what a method said of a series at an origin of which at least one month has come. */
    void add(SeriesTrack track, int back, String method, Forecasts forecasts) {
        ScoredForecast scored =
                new ScoredForecast(track.known(back), forecasts, track.actuals(back, forecasts.horizon()));
        Score one = new Score();
        one.tally.add(scored);
        one.months = Arrays.stream(scored.actuals())
                .filter(actual -> !Double.isNaN(actual))
                .count();
        for (SeriesId id : pools(track.id())) {
            scores.computeIfAbsent(id, key -> new TreeMap<>())
                    .computeIfAbsent(method, key -> new Score())
                    .add(one);
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

    private static Object[] row(SeriesId id, String method, Score score) {
        AccuracySummary likely = score.tally.summary(0.80);
        AccuracySummary wide = score.tally.summary(0.95);
        return new Object[] {
            id.measure(),
            id.scope(),
            id.member(),
            method,
            (long) likely.forecasts(),
            score.months,
            defined(likely.smape()),
            defined(likely.mase()),
            defined(likely.rmsse()),
            defined(likely.coverage()),
            defined(wide.coverage())
        };
    }

    /** None where no forecast has the measure. */
    private static @Nullable Double defined(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
