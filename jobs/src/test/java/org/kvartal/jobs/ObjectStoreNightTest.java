package org.kvartal.jobs;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.lake.ObjectServer;

import static org.assertj.core.api.Assertions.assertThat;

/** A night whose lake lies in an object store that refuses some requests and loses some answers. */
class ObjectStoreNightTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void publishesWhatANightOnAFolderDoes() {
        TinyProject project = TinyProject.in(folder);
        try (ObjectServer server = ObjectServer.withFaults(1_500, 400)) {
            project.useObjectStore(server.endpoint(), ObjectServer.ACCESS_KEY);
            TinyProject.Outcome outcome = project.runNight();

            assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(1);
            assertThat(server.refusedCount()).isPositive();
            assertThat(server.lostCount()).isPositive();
            assertThat(server.keys()).allMatch(key -> key.startsWith("/tiny/lake/"));
        }
        assertThat(project.output().resolve("lake")).doesNotExist();
        assertThat(project.publishedRows())
                .containsExactlyInAnyOrderEntriesOf(UndisturbedNight.PROJECT.publishedRows());
    }
}
