package org.kvartal.ingest.lake;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.functions;
import org.apache.spark.util.Utils$;
import org.jspecify.annotations.Nullable;

/**
 * The lake through Spark: one session for a whole night.
 *
 * <p>In SQL a lake table is named by its namespace and name, {@code crm.opportunities}. Reads and writes go to the
 * night's branch where a table has one.
 */
public final class LakeSession implements AutoCloseable {
    /** Estimated size up to which a result is written as one file, by this process. */
    private static final long SMALL_BYTES = 256L << 20;

    /** Iceberg's part of SQL, without which Spark neither reads nor writes a branch. */
    public static final String EXTENSIONS = SparkStart.EXTENSIONS;

    /** What a cluster may be told otherwise. */
    private static final Map<String, String> SMALL = Map.of(
            "spark.sql.shuffle.partitions", "4",
            // Replanning after each stage makes two jobs of every small query.
            "spark.sql.adaptive.enabled", "false");

    private final Lake lake;
    private final SparkSession spark;
    private final AtomicLong jobs = new AtomicLong();

    private LakeSession(Lake lake, SparkSession spark) {
        this.lake = lake;
        this.spark = spark;
        spark.sparkContext().addSparkListener(new SparkListener() {
            @Override
            public void onJobStart(SparkListenerJobStart start) {
                jobs.incrementAndGet();
            }
        });
    }

    /** Opens the session within this process. */
    public static LakeSession open(Lake lake, ZoneId zone, Path scratch) {
        return open(lake, zone, scratch, SparkSettings.NONE);
    }

    /**
     * Opens the session.
     *
     * @param zone the project's zone: where a day begins and ends in SQL
     * @param scratch folder for what Spark spills; private to this run
     */
    public static LakeSession open(Lake lake, ZoneId zone, Path scratch, SparkSettings settings) {
        SparkSession process = SparkStart.session(settings, scratch);
        SparkSession spark = process.newSession();
        settings(lake, zone).forEach(spark.conf()::set);
        if (!settings.isDistributed()) {
            SMALL.forEach(spark.conf()::set);
        }
        return new LakeSession(lake, spark);
    }

    private static Map<String, String> settings(Lake lake, ZoneId zone) {
        Map<String, String> settings = LakeCatalog.ofSpark(lake.location());
        settings.put("spark.sql.session.timeZone", zone.getId());
        settings.put("spark.wap.branch", Lake.NIGHT);
        return settings;
    }

    public SparkSession spark() {
        return spark;
    }

    public Lake lake() {
        return lake;
    }

    /** The table's rows as this night left them. */
    public Dataset<Row> read(TableSpec spec) {
        lake.prepare(spec);
        return spark.table(spec.qualifiedName());
    }

    /** The table's rows as they were published as of an earlier date; none if it was not published then. */
    public Dataset<Row> readAsOf(TableSpec spec, LocalDate asOf) {
        return lake.wasPublished(spec, asOf)
                ? spark.read().option("versionAsOf", PastNights.tag(asOf)).table(spec.qualifiedName())
                : read(spec).where(functions.lit(false));
    }

    /** Replaces the table's rows, sorted by its key, on the night's branch. */
    public void replace(TableSpec spec, Dataset<Row> rows) {
        replace(spec, rows, Map.of());
    }

    /** Replaces the rows that have these values and leaves all others. All rows given must have them too. */
    public void replace(TableSpec spec, Dataset<Row> rows, Map<String, Object> values) {
        Dataset<Row> declared = rows.select(spec.columns().stream()
                .map(column -> functions.col(column.name()).cast(column.type().sqlType()))
                .toArray(Column[]::new));
        Column[] key = spec.key().stream().map(functions::col).toArray(Column[]::new);
        if (isSmall(declared)) {
            writeHere(spec, declared.repartition(1).sortWithinPartitions(key), values);
        } else {
            writeDistributed(spec, declared.orderBy(key), values);
        }
    }

    private static boolean isSmall(Dataset<Row> rows) {
        return rows.queryExecution()
                .optimizedPlan()
                .stats()
                .sizeInBytes()
                .$less$eq(scala.math.BigInt.apply(SMALL_BYTES));
    }

    /** One file, written by this process: a Spark write of a small table costs more than computing it. */
    private void writeHere(TableSpec spec, Dataset<Row> sorted, Map<String, Object> values) {
        try (LakeWriter writer = lake.replacing(spec, values)) {
            Iterator<Row> rows = sorted.toLocalIterator();
            while (rows.hasNext()) {
                writer.write(lakeValues(rows.next()));
            }
            writer.commit();
        }
    }

    private static @Nullable Object[] lakeValues(Row row) {
        @Nullable Object[] values = new Object[row.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = lakeValue(row.get(i));
        }
        return values;
    }

    /** A value of a Spark row as the lake's writers want it. */
    public static @Nullable Object lakeValue(@Nullable Object value) {
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }

    /** Files written by the executors; what is large never passes through this process. */
    void writeDistributed(TableSpec spec, Dataset<Row> sorted, Map<String, Object> values) {
        lake.prepare(spec);
        Column replaced = values.entrySet().stream()
                .map(entry -> functions.col(entry.getKey()).equalTo(functions.lit(entry.getValue())))
                .reduce(functions.lit(true), Column::and);
        try {
            sorted.writeTo(spec.qualifiedName()).overwrite(replaced);
        } catch (NoSuchTableException e) {
            throw new IllegalStateException("Cannot write " + spec.qualifiedName() + ": " + e.getMessage(), e);
        }
    }

    /** How many Spark jobs this session has started. */
    public long jobCount() {
        return jobs.get();
    }

    @Override
    public void close() {
        spark.stop();
        // Else the next session of this process would spill into this one's scratch folder.
        Utils$.MODULE$.clearLocalRootDirs();
    }
}
