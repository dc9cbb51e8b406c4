package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kvartal.forecast.tables.SeriesTables;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.SeasonalBaseline;
import org.kvartal.forecast.timeseries.batch.SureForecaster;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.Night;

/**
 * Forecasts every monthly series, and says how good such forecasts were in the past year.
 *
 * <p>A series is forecast from the last complete month and from each of the twelve before it. Months that are over seldom
 * change, so that on most nights every forecast is there already.
 */
final class SeriesForecasts {
    private static final int ORIGINS = 12;

    /** So many forecasts a night without any before it can afford; of more series fewer origins are looked at. */
    private static final int AFFORDABLE = 200_000;

    private final ForecasterSource source;
    private final int horizonMonths;
    private final SureForecaster baseline = new SureForecaster(new SeasonalBaseline());

    SeriesForecasts(ForecasterSource source, int horizonMonths) {
        this.source = source;
        this.horizonMonths = horizonMonths;
    }

    void run(Night night) {
        LocalDate asOf = night.asOf().date();
        Lake lake = night.lake();
        YearMonth last = YearMonth.from(asOf.plusDays(1)).minusMonths(1);
        List<SeriesFamily> families = SeriesFamily.read(night);
        NavigableMap<SeriesId, SeriesTrack> tracks = tracks(families, last);
        MadeForecasts made = MadeForecasts.read(lake, horizonMonths);
        made.add(new SeriesFits(source).fit(made.missing(tracks.values()), night), asOf);
        List<Map<SeriesId, Forecasts>> coherent = IntStream.rangeClosed(0, ORIGINS)
                .mapToObj(back -> coherent(families, tracks, made, back))
                .toList();
        lake.replace(
                SeriesTables.SERIES_BACKTEST,
                tracks.values().stream().flatMap(track -> backtest(track, made, coherent)));
        lake.replace(
                SeriesTables.SERIES_FORECASTS,
                families.stream()
                        .flatMap(family -> family.shown().stream()
                                .flatMap(id -> SeriesRows.forecasts(
                                        family.measure(),
                                        id,
                                        last,
                                        coherent.get(0).get(id)))));
        SeriesAccuracy accuracy = new SeriesAccuracy();
        families.stream()
                .flatMap(family -> family.shown().stream())
                .map(tracks::get)
                .forEach(track -> score(track, made, coherent, accuracy));
        lake.replace(SeriesTables.SERIES_ACCURACY, accuracy.rows());
    }

    private NavigableMap<SeriesId, SeriesTrack> tracks(List<SeriesFamily> families, YearMonth last) {
        NavigableMap<SeriesId, MonthlySeries> series = new TreeMap<>();
        families.forEach(family -> series.putAll(family.series()));
        String engine = EngineVersion.of(source.create());
        int origins = Math.max(1, Math.min(ORIGINS, AFFORDABLE / Math.max(1, series.size())));
        NavigableMap<SeriesId, SeriesTrack> tracks = new TreeMap<>();
        series.forEach(
                (id, values) -> tracks.put(id, SeriesTrack.of(id, values, last, origins, horizonMonths, engine)));
        return tracks;
    }

    /** What is published as of the end of a month so many months back. */
    private static Map<SeriesId, Forecasts> coherent(
            List<SeriesFamily> families, Map<SeriesId, SeriesTrack> tracks, MadeForecasts made, int back) {
        Map<SeriesId, Forecasts> coherent = new HashMap<>();
        for (SeriesFamily family : families) {
            NavigableMap<SeriesId, Forecasts> alone = new TreeMap<>();
            for (SeriesId id : family.series().keySet()) {
                List<SeriesTask> tasks = tracks.get(id).tasks();
                if (back < tasks.size()) {
                    alone.put(id, made.of(tasks.get(back)));
                }
            }
            coherent.putAll(CoherentFamily.of(family, alone));
        }
        return coherent;
    }

    /** The oldest origin first. */
    private Stream<Object[]> backtest(SeriesTrack track, MadeForecasts made, List<Map<SeriesId, Forecasts>> coherent) {
        int oldest = track.tasks().size() - 1;
        return IntStream.rangeClosed(0, oldest)
                .map(i -> oldest - i)
                .boxed()
                .flatMap(back -> SeriesRows.backtest(
                        track,
                        back,
                        made,
                        baseline.forecast(track.known(back), horizonMonths, Levels.none()),
                        coherent.get(back).get(track.id())));
    }

    private void score(
            SeriesTrack track, MadeForecasts made, List<Map<SeriesId, Forecasts>> coherent, SeriesAccuracy accuracy) {
        for (int back = 1; back < track.tasks().size(); back++) {
            accuracy.add(track, back, "coherent", coherent.get(back).get(track.id()));
            accuracy.add(track, back, "auto", made.of(track.tasks().get(back)));
            accuracy.add(
                    track,
                    back,
                    baseline.name(),
                    baseline.forecast(track.known(back), horizonMonths, SeriesTask.LEVELS));
        }
    }
}
