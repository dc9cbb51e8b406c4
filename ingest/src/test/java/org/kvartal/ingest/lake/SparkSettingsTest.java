package org.kvartal.ingest.lake;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.InvalidSetting;
import org.kvartal.ingest.settings.Surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class SparkSettingsTest {
    @TempDir
    Path folder;

    @Test
    void runsWithinThisProcessOnLoopbackWhenNothingIsConfigured() throws IOException {
        SparkSettings settings = read("{}");
        SparkConf conf = SparkStart.conf(settings, folder);

        assertThat(settings.isDistributed()).isFalse();
        assertThat(settings.resolvedEngine()).isEqualTo(SqlEngine.AUTO);
        assertThat(conf.get("spark.master")).isEqualTo("local[*]");
        assertThat(conf.get("spark.driver.host")).isEqualTo("127.0.0.1");
        assertThat(conf.get("spark.driver.bindAddress")).isEqualTo("127.0.0.1");
        assertThat(conf.get("spark.authenticate")).isEqualTo("true");
        assertThat(conf.get("spark.ui.enabled")).isEqualTo("false");
        assertThat(conf.contains("spark.jars")).isFalse();
    }

    @Test
    void sendsTheWorkToTheClusterThatIsNamed() throws IOException {
        SparkSettings settings = read("spark: { master: \"spark://10.0.0.5:7077\", secret: \"${SECRET}\","
                + " settings: { spark.executor.memory: 4g, spark.driver.host: 10.0.0.9 } }");
        SparkConf conf = SparkStart.conf(settings, folder);

        assertThat(settings.resolvedEngine()).isEqualTo(SqlEngine.SPARK);
        assertThat(conf.get("spark.master")).isEqualTo("spark://10.0.0.5:7077");
        assertThat(conf.get("spark.driver.host")).isEqualTo("10.0.0.9");
        assertThat(conf.get("spark.executor.memory")).isEqualTo("4g");
        assertThat(conf.get("spark.authenticate.secret")).isEqualTo("hunter2");
        assertThat(conf.get("spark.network.crypto.enabled")).isEqualTo("true");
        assertThat(settings.toString()).doesNotContain("hunter2");
    }

    @Test
    void leavesTheEngineToWhoeverNamesOne() throws IOException {
        assertThat(read("spark: { engine: spark }").resolvedEngine()).isEqualTo(SqlEngine.SPARK);
        assertThat(read("spark: { engine: local, master: \"spark://localhost:7077\" }")
                        .resolvedEngine())
                .isEqualTo(SqlEngine.LOCAL);
    }

    @Test
    void refusesWhatRunsCodeAndMastersThatItCannotReach() throws IOException {
        assertThat(problems("spark: { master: yarn, settings: { spark.executor.extraJavaOptions: -javaagent:x.jar,"
                        + " spark.jars: http://x/y.jar } }"))
                .extracting(InvalidSetting::key, InvalidSetting::rule)
                .containsExactlyInAnyOrder(
                        tuple(
                                "spark.settings.spark.executor.extraJavaOptions",
                                "is not among the settings of Spark that docs/cluster.md lists"),
                        tuple(
                                "spark.settings.spark.jars",
                                "is not among the settings of Spark that docs/cluster.md lists"),
                        tuple(
                                "spark.master",
                                "must be local[*] or spark://HOST:PORT; other clusters are reached by spark-submit"));
        assertThat(problems("spark: { master: \"spark://10.0.0.5:7077\" }"))
                .extracting(InvalidSetting::rule)
                .containsExactly(
                        "needs settings.spark.driver.host, the address under which the cluster reaches this machine");
        assertThat(problems("spark: { secret: hunter2 }"))
                .extracting(InvalidSetting::key)
                .containsExactly("spark.secret");
    }

    @Test
    void bringsExecutorsTheLibrariesThatSparkDoesNotHave() throws IOException {
        List<Path> sent = List.of(
                jar("kvartal-ingest-0.1.0.jar"),
                jar("s3-2.54.18.jar"),
                jar("regions-2.54.18.jar"),
                jar("eventstream-1.0.1.jar"));
        List<Path> kept = List.of(jar("spark-core_2.13-4.1.3.jar"), jar("duckdb_jdbc-1.5.6.0.jar"), folder);
        String classPath = Stream.concat(kept.stream(), sent.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));

        assertThat(SparkStart.ownJars(classPath).split(","))
                .containsExactly(
                        sent.stream().map(jar -> jar.toUri().toString()).toArray(String[]::new));
    }

    private Path jar(String name) throws IOException {
        return Files.createFile(folder.resolve(name));
    }

    private SparkSettings read(String text) throws IOException {
        ConfigFile file = file(text);
        SparkSettings settings = SparkSettings.read(file.root().section("spark"));
        assertThat(file.problems().all()).isEmpty();
        return settings;
    }

    private Iterable<InvalidSetting> problems(String text) throws IOException {
        ConfigFile file = file(text);
        SparkSettings.read(file.root().section("spark"));
        return file.problems().all();
    }

    private ConfigFile file(String text) throws IOException {
        Path config = Files.writeString(folder.resolve("kvartal.yaml"), text + "\n");
        return ConfigFile.read(config, new Surroundings(Map.of("SECRET", "hunter2"), folder, Map.of()));
    }
}
