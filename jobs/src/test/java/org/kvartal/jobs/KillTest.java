package org.kvartal.jobs;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A night in processes of its own, which is killed again and again. {@link KillLoop} kills it at every step and many
 * more points.
 */
class KillTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void goesOnWhereItWasKilledAndPublishesWhatAnUndisturbedNightDoes() {
        TinyProject project = TinyProject.in(folder);
        KilledNight night = new KilledNight(project);

        assertThat(killedAt("load-tables/lake-file-written:9", night)).containsExactly("check-sources", "extract");
        assertThat(TinyProject.run("status", "--out", project.output().toString())
                        .out())
                .isEqualTo("""
                        output      %s
                        published   nothing yet
                        running     no
                        unfinished  2024-06-30.1; resume with: kvartal run --as-of 2024-06-30 --out %s
                        """.formatted(project.output(), project.output()));
        assertThat(killedAt("run-recovered:1", night)).isEmpty();
        assertThat(killedAt("branch-moved:3", night))
                .startsWith("load-tables")
                .endsWith("describe-datasets", "record-run");
        assertThat(project.release()).doesNotExist();
        assertThat(killedAt("link-moved:1", night)).isEmpty();
        assertThat(project.release()).isDirectory();

        KilledNight.Attempt last = night.undisturbed();
        assertThat(last.exitCode()).as(last.err()).isEqualTo(1);
        assertThat(last.steps()).containsExactly("publish");
        assertThat(project.publishedRows().get("crm/opportunities")).hasSize(48);
        assertThat(project.publishedRows())
                .containsExactlyInAnyOrderEntriesOf(UndisturbedNight.PROJECT.publishedRows());
        assertThat(project.publishedPages())
                .containsExactlyInAnyOrderEntriesOf(UndisturbedNight.PROJECT.publishedPages());
    }

    /** The steps that the attempt finished before it died, none of them for the second time. */
    private static List<String> killedAt(String point, KilledNight night) {
        KilledNight.Attempt attempt = night.killedAt(point);
        assertThat(attempt.killed()).as(attempt.err()).isTrue();
        assertThat(attempt.redone()).isEmpty();
        return attempt.steps();
    }
}
