package org.kvartal.ingest.lake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.model.AsOf;

/**
 * What every step of a night works with: the date, the lake, and Spark, which starts with the first step that needs it.
 */
public final class Night implements AutoCloseable {
    private final AsOf asOf;
    private final @Nullable LocalDate previous;
    private final Lake lake;
    private final Path scratch;
    private final SparkSettings spark;
    private @Nullable LakeSession session;

    /** A night for which nothing is said about Spark. */
    public Night(AsOf asOf, @Nullable LocalDate previous, Lake lake, Path scratch) {
        this(asOf, previous, lake, scratch, SparkSettings.NONE);
    }

    /**
     * @param previous the as-of date published last before this one; null on the first night
     * @param scratch folder for what this run spills, private to it
     */
    public Night(AsOf asOf, @Nullable LocalDate previous, Lake lake, Path scratch, SparkSettings spark) {
        this.asOf = asOf;
        this.previous = previous;
        this.lake = lake;
        this.scratch = scratch;
        this.spark = spark;
    }

    public AsOf asOf() {
        return asOf;
    }

    public Optional<LocalDate> previous() {
        return Optional.ofNullable(previous);
    }

    public Lake lake() {
        return lake;
    }

    /** Folder for what steps spill, private to this run. */
    public Path scratch() {
        return scratch;
    }

    /** What runs the SQL of this night. */
    public SqlEngine engine() {
        return spark.resolvedEngine();
    }

    public synchronized LakeSession session() {
        if (session == null) {
            session = LakeSession.open(lake, asOf.zone(), scratch, spark);
        }
        return session;
    }

    /** How many Spark jobs this process has started for the night. */
    public synchronized long sparkJobs() {
        return session == null ? 0 : session.jobCount();
    }

    @Override
    public synchronized void close() {
        if (session != null) {
            session.close();
        }
        lake.close();
    }
}
