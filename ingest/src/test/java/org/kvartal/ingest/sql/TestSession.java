package org.kvartal.ingest.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.kvartal.ingest.lake.LakeSession;

/** The one Spark session of a module's tests. */
public final class TestSession {
    private static final SparkSession SESSION = create();

    private TestSession() {}

    public static SparkSession spark() {
        return SESSION;
    }

    private static SparkSession create() {
        SparkSession spark = SparkSession.builder()
                .appName("tests")
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.codegen.cache.maxEntries", "2000")
                .config("spark.sql.extensions", LakeSession.EXTENSIONS)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.warehouse.dir", warehouse().toString())
                .getOrCreate();
        spark.sparkContext().setLogLevel("ERROR");
        return spark;
    }

    private static Path warehouse() {
        try {
            return Files.createTempDirectory("kvartal-tests");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create a folder for the tests: " + e.getMessage(), e);
        }
    }
}
