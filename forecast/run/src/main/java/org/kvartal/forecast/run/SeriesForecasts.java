package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.kvartal.forecast.tables.SeriesTables;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.SeasonalBaseline;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeSession;

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
    private final Forecaster baseline = new SeasonalBaseline();

    SeriesForecasts(ForecasterSource source, int horizonMonths) {
        this.source = source;
        this.horizonMonths = horizonMonths;
    }

    void run(LakeSession session, LocalDate asOf) {
        Lake lake = session.lake();
        List<SeriesFamily> families = SeriesFamily.read(session, asOf);
        YearMonth last = YearMonth.from(asOf.plusDays(1)).minusMonths(1);
        NavigableMap<SeriesId, SeriesTrack> tracks = tracks(families, last);
        MadeForecasts made = MadeForecasts.read(lake, horizonMonths);
        made.add(new SeriesFits(source).fit(made.missing(tracks.values()), session.spark()), asOf);
        SeriesRows rows = new SeriesRows(horizonMonths);
        lake.replace(
                SeriesTables.SERIES_BACKTEST,
                tracks.values().stream().flatMap(track -> rows.backtest(track, made, baseline)));
        List<Object[]> forecasts = new ArrayList<>();
        SeriesAccuracy accuracy = new SeriesAccuracy();
        for (SeriesFamily family : families) {
            for (SeriesId id : family.shown()) {
                SeriesTrack track = tracks.get(id);
                rows.forecasts(
                                family.measure(),
                                id,
                                last,
                                made.result(track.tasks().get(0)))
                        .forEach(forecasts::add);
                score(track, made, accuracy);
            }
        }
        lake.replace(SeriesTables.SERIES_FORECASTS, forecasts.stream());
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

    private void score(SeriesTrack track, MadeForecasts made, SeriesAccuracy accuracy) {
        for (int back = 1; back < track.tasks().size(); back++) {
            accuracy.add(track, back, "auto", made.result(track.tasks().get(back)));
            accuracy.add(
                    track,
                    back,
                    baseline.name(),
                    baseline.forecast(track.known(back), horizonMonths, SeriesTask.LEVELS));
        }
    }
}
