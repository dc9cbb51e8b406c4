package org.kvartal.ingest.lake;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Starts Spark: as a part of this process, heard on loopback only, or as the driver of a cluster's executors. */
final class SparkStart {
    /** Iceberg's part of SQL, without which Spark neither reads nor writes a branch. */
    static final String EXTENSIONS = "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions";

    /** How the files of those libraries begin that executors need and Spark does not have. */
    private static final List<String> OF_EXECUTORS = List.of("kvartal-", "iceberg-", "fastutil-", "jspecify-");

    private static final String LOOPBACK = "127.0.0.1";

    private SparkStart() {}

    static SparkSession session(SparkSettings settings, Path scratch) {
        return SparkSession.builder().config(conf(settings, scratch)).getOrCreate();
    }

    /** What spark-submit was told is found in the properties of this process, and stays. */
    static SparkConf conf(SparkSettings settings, Path scratch) {
        SparkConf conf = new SparkConf();
        settings.settings().forEach(conf::setIfMissing);
        conf.setMaster(settings.resolvedMaster())
                .setIfMissing("spark.app.name", "kvartal")
                .setIfMissing("spark.ui.enabled", "false")
                .set("spark.ui.showConsoleProgress", "false")
                // A task that runs twice at once may write twice.
                .set("spark.speculation", "false")
                // Spark's LZ4 library reads beyond its buffers (CVE-2025-12183).
                .set("spark.io.compression.codec", "zstd")
                // A night compiles some hundred stages; by default the second of two nights finds none of them.
                .set("spark.sql.codegen.cache.maxEntries", "2000")
                .set("spark.sql.extensions", EXTENSIONS)
                .set("spark.sql.datetime.java8API.enabled", "true")
                .set("spark.hadoop." + PlainLocalFileSystem.SETTING, PlainLocalFileSystem.class.getName())
                .set("spark.hadoop." + Lake.PAGE_SUMS, "true")
                .set("spark.local.dir", scratch.toString())
                .set(
                        "spark.sql.warehouse.dir",
                        scratch.resolve("warehouse").toUri().toString());
        return settings.isDistributed() ? onCluster(conf, settings) : withinThisProcess(conf);
    }

    /** Other users of the machine can neither look in nor send work. */
    private static SparkConf withinThisProcess(SparkConf conf) {
        return conf.set("spark.driver.host", LOOPBACK)
                .set("spark.driver.bindAddress", LOOPBACK)
                .set("spark.authenticate", "true");
    }

    private static SparkConf onCluster(SparkConf conf, SparkSettings settings) {
        if (settings.secret() != null) {
            conf.set("spark.authenticate", "true")
                    .set("spark.authenticate.secret", settings.secret().value())
                    .setIfMissing("spark.network.crypto.enabled", "true");
        }
        // Without spark-submit nobody else brings the executors what they run.
        return conf.setIfMissing("spark.jars", ownJars(System.getProperty("java.class.path")));
    }

    static String ownJars(String classPath) {
        List<Path> jars = Arrays.stream(classPath.split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .toList();
        Predicate<String> ofStore = ofObjectStore(jars);
        return jars.stream()
                .filter(jar -> isOfExecutors(name(jar)) || ofStore.test(name(jar)))
                .map(jar -> jar.toUri().toString())
                .collect(Collectors.joining(","));
    }

    private static boolean isOfExecutors(String name) {
        return OF_EXECUTORS.stream().anyMatch(name::startsWith);
    }

    /** The libraries of the S3 client, where there is one, have its version; two come from elsewhere. */
    private static Predicate<String> ofObjectStore(List<Path> jars) {
        return jars.stream()
                .map(SparkStart::name)
                .filter(name -> name.startsWith("s3-"))
                .map(client -> client.substring("s3".length()))
                .findFirst()
                .map(version -> (Predicate<String>) name -> name.endsWith(version)
                        || name.startsWith("eventstream-")
                        || name.startsWith("reactive-streams-"))
                .orElse(name -> false);
    }

    private static String name(Path jar) {
        return jar.getFileName().toString();
    }
}
