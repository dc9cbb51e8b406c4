package org.kvartal.forecast.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.kvartal.forecast.timeseries.batch.NamedSeries;
import org.kvartal.forecast.timeseries.batch.SeriesBatch;
import org.kvartal.forecast.timeseries.batch.SureForecaster;
import org.kvartal.ingest.lake.Night;

/** Forecasts many series on all cores; what comes out does not depend on where. */
final class SeriesFits {
    /** Up to so many this process is done before Spark has sent them everywhere. */
    private static final int FEW = 20_000;

    private static final int PARTITIONS_PER_CORE = 8;

    private final ForecasterSource source;

    SeriesFits(ForecasterSource source) {
        this.source = source;
    }

    /** @param tasks of one horizon */
    List<SeriesFit> fit(List<SeriesTask> tasks, Night night) {
        return tasks.size() <= FEW
                ? here(tasks)
                : onSpark(tasks, night.session().spark());
    }

    List<SeriesFit> here(List<SeriesTask> tasks) {
        List<SeriesFit> fits = new ArrayList<>();
        if (!tasks.isEmpty()) {
            Iterator<NamedSeries> series = tasks.stream()
                    .map(task -> new NamedSeries(task.fingerprint(), task.history()))
                    .iterator();
            SeriesBatch.onAllCores(source.create(), tasks.get(0).horizon(), SeriesTask.LEVELS)
                    .run(series, named -> fits.add(new SeriesFit(named.name(), named.forecasts())));
        }
        return fits;
    }

    List<SeriesFit> onSpark(List<SeriesTask> tasks, SparkSession spark) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        ForecasterSource sent = source;
        return context.parallelize(tasks, PARTITIONS_PER_CORE * context.defaultParallelism())
                .mapPartitions(part -> fitted(part, new SureForecaster(sent.create())))
                .collect();
    }

    private static Iterator<SeriesFit> fitted(Iterator<SeriesTask> tasks, SureForecaster forecaster) {
        List<SeriesFit> fits = new ArrayList<>();
        tasks.forEachRemaining(task -> fits.add(new SeriesFit(
                task.fingerprint(), forecaster.forecast(task.history(), task.horizon(), SeriesTask.LEVELS))));
        return fits.iterator();
    }
}
