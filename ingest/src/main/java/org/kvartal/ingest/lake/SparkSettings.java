package org.kvartal.ingest.lake;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.settings.ConfigSection;
import org.kvartal.ingest.settings.Secret;

/**
 * Section {@code spark} of conf/kvartal.yaml: what runs SQL, and where Spark runs. Without it Spark is a part of this
 * process. What spark-submit says comes before what is written here.
 *
 * @param engine what runs SQL, as configured
 * @param master where Spark runs, as Spark writes it; null where nothing is configured
 * @param settings of Spark, by its own names
 * @param secret that the cluster asks for; null where it asks for none
 */
public record SparkSettings(
        SqlEngine engine,
        @Nullable String master,
        Map<String, String> settings,
        @Nullable Secret secret) {
    /** Nothing configured. */
    public static final SparkSettings NONE = new SparkSettings(SqlEngine.AUTO, null, Map.of(), null);

    private static final String LOCAL = "local[*]";
    private static final Pattern MASTER = Pattern.compile("local(\\[[^]]+])?|spark://[^/@,:]+:\\d+");
    private static final Pattern LOOPBACK = Pattern.compile("spark://(127\\.0\\.0\\.1|localhost):.*");

    /** Sizes, counts and addresses. What names a class, a jar, a script or an option of a JVM is not among them. */
    private static final Set<String> ALLOWED = Set.of(
            "spark.blockManager.port",
            "spark.cores.max",
            "spark.default.parallelism",
            "spark.driver.bindAddress",
            "spark.driver.blockManager.port",
            "spark.driver.host",
            "spark.driver.maxResultSize",
            "spark.driver.port",
            "spark.dynamicAllocation.enabled",
            "spark.dynamicAllocation.maxExecutors",
            "spark.dynamicAllocation.minExecutors",
            "spark.dynamicAllocation.shuffleTracking.enabled",
            "spark.executor.cores",
            "spark.executor.heartbeatInterval",
            "spark.executor.instances",
            "spark.executor.memory",
            "spark.executor.memoryOverhead",
            "spark.memory.fraction",
            "spark.network.crypto.enabled",
            "spark.network.timeout",
            "spark.scheduler.maxRegisteredResourcesWaitingTime",
            "spark.scheduler.minRegisteredResourcesRatio",
            "spark.shuffle.io.maxRetries",
            "spark.shuffle.io.retryWait",
            "spark.sql.adaptive.enabled",
            "spark.sql.autoBroadcastJoinThreshold",
            "spark.sql.files.maxPartitionBytes",
            "spark.sql.shuffle.partitions",
            "spark.stage.maxConsecutiveAttempts",
            "spark.task.cpus",
            "spark.task.maxFailures");

    public SparkSettings {
        settings = Map.copyOf(settings);
    }

    public static SparkSettings read(ConfigSection section) {
        String master = section.optionalText("master").orElse(null);
        Map<String, String> settings = settings(section.section("settings"));
        if (master != null) {
            section.require(
                    MASTER.matcher(master).matches(),
                    "master",
                    "must be local[*] or spark://HOST:PORT; other clusters are reached by spark-submit");
            section.require(
                    isLocal(master) || LOOPBACK.matcher(master).matches() || settings.containsKey("spark.driver.host"),
                    "master",
                    "needs settings.spark.driver.host, the address under which the cluster reaches this machine");
        }
        return new SparkSettings(
                section.has("engine") ? section.oneOf("engine", SqlEngine.class) : SqlEngine.AUTO,
                master,
                settings,
                section.optionalSecret("secret").orElse(null));
    }

    private static Map<String, String> settings(ConfigSection section) {
        Map<String, String> settings = new TreeMap<>();
        for (String key : section.keys()) {
            section.require(
                    ALLOWED.contains(key), key, "is not among the settings of Spark that docs/cluster.md lists");
            settings.put(key, section.text(key));
        }
        return settings;
    }

    /** Where Spark runs: where spark-submit, else this configuration says, else within this process. */
    public String resolvedMaster() {
        return Optional.ofNullable(System.getProperty("spark.master"))
                .or(() -> Optional.ofNullable(master))
                .orElse(LOCAL);
    }

    /** Whether tasks run in other processes than this one. */
    public boolean isDistributed() {
        return !isLocal(resolvedMaster());
    }

    /** What runs SQL: on a cluster its executors, unless this configuration says otherwise. */
    public SqlEngine resolvedEngine() {
        return engine == SqlEngine.AUTO && isDistributed() ? SqlEngine.SPARK : engine;
    }

    private static boolean isLocal(String master) {
        return master.startsWith("local") && !master.startsWith("local-cluster");
    }
}
