package org.kvartal.jobs;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.lake.LoopbackCluster;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A whole night by spark-submit, whose executors are killed. Takes minutes, so that it runs only when it is asked for:
 * {@code KVARTAL_CLUSTER=1}.
 */
@EnabledIfEnvironmentVariable(named = "KVARTAL_CLUSTER", matches = "1")
class ClusterNightTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void publishesWhatANightWithinOneProcessDoesThoughExecutorsAreKilled() throws IOException, InterruptedException {
        TinyProject project = TinyProject.in(folder.resolve("project"));
        try (LoopbackCluster cluster = LoopbackCluster.start(folder.resolve("cluster"))) {
            Process night = cluster.submit(Main.class, project.night())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            List<String> lines = new ArrayList<>();
            try (BufferedReader err = night.errorReader()) {
                String line = err.readLine();
                while (line != null) {
                    lines.add(line);
                    if (line.contains("  load-tables ") || line.contains("  index-prices ")) {
                        cluster.killAnExecutor();
                    }
                    line = err.readLine();
                }
            }

            assertThat(night.waitFor()).as(String.join("\n", lines)).isEqualTo(1);
        }
        Map<String, List<String>> undisturbed = UndisturbedNight.PROJECT.publishedRows();
        assertThat(project.publishedRows()).containsExactlyInAnyOrderEntriesOf(undisturbed);
    }
}
