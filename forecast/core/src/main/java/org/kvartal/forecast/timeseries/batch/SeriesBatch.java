package org.kvartal.forecast.timeseries.batch;

import java.util.Iterator;
import java.util.function.Consumer;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Levels;

/**
 * Forecasts many series on several threads.
 *
 * <p>Series are taken one by one and results given in the same order; a few dozen per thread are in memory, however many
 * there are. Every series gets finite forecasts, by {@link SureForecaster}. The numbers are the same for any number of
 * threads, since series do not know of each other.
 *
 * @param threads number of series forecast at the same time
 */
public record SeriesBatch(Forecaster method, int horizon, Levels levels, int threads) {
    public SeriesBatch {
        Forecaster.requireHorizon(horizon);
    }

    /** One thread for each core. */
    public static SeriesBatch onAllCores(Forecaster method, int horizon, Levels levels) {
        return new SeriesBatch(method, horizon, levels, Runtime.getRuntime().availableProcessors());
    }

    /** Forecasts all series; results are handed over on this thread. */
    public void run(Iterator<NamedSeries> series, Consumer<NamedForecasts> results) {
        SureForecaster sure = new SureForecaster(method);
        try (InOrder<NamedSeries, NamedForecasts> batch = new InOrder<>(
                threads,
                one -> new NamedForecasts(one.name(), sure.forecast(one.series(), horizon, levels)),
                results)) {
            series.forEachRemaining(batch::accept);
            batch.finish();
        }
    }
}
