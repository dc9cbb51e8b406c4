package org.kvartal.forecast.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.kvartal.forecast.timeseries.Forecaster;

/** Forecasts many series on all cores; what comes out does not depend on where. */
final class SeriesFits {
    /** Up to so many the cores of this process are done before Spark has sent everything. */
    private static final int FEW = 20_000;

    private static final int PARTITIONS_PER_CORE = 8;

    private final ForecasterSource source;

    SeriesFits(ForecasterSource source) {
        this.source = source;
    }

    List<SeriesFit> fit(List<SeriesTask> tasks, SparkSession spark) {
        return tasks.size() <= FEW ? here(tasks) : onSpark(tasks, spark);
    }

    List<SeriesFit> here(Collection<SeriesTask> tasks) {
        Forecaster forecaster = source.create();
        return tasks.parallelStream().map(task -> task.fit(forecaster)).toList();
    }

    List<SeriesFit> onSpark(List<SeriesTask> tasks, SparkSession spark) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        ForecasterSource sent = source;
        return context.parallelize(tasks, PARTITIONS_PER_CORE * context.defaultParallelism())
                .mapPartitions(part -> fitted(part, sent.create()))
                .collect();
    }

    private static Iterator<SeriesFit> fitted(Iterator<SeriesTask> tasks, Forecaster forecaster) {
        List<SeriesFit> fits = new ArrayList<>();
        tasks.forEachRemaining(task -> fits.add(task.fit(forecaster)));
        return fits.iterator();
    }
}
