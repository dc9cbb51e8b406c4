package org.kvartal.reports.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StaleMarkTest {
    private static final LocalDate SHOWN = LocalDate.parse("2024-06-29");
    private static final LocalDate FAILED = LocalDate.parse("2024-06-30");

    @TempDir
    Path output;

    private void publish(LocalDate date) throws IOException {
        Releases releases = new Releases(output);
        Files.createDirectories(releases.prepared(date + ".1"));
        releases.publish(date + ".1", date);
    }

    @Test
    void standsUntilTheNightOrALaterOneIsPublished() throws IOException {
        publish(SHOWN);
        Releases releases = new Releases(output);
        StaleMark mark = new StaleMark(FAILED, "2024-06-30.1", Optional.of(SHOWN), "judge-gates", "rows are gone");
        releases.markStale(mark);
        assertThat(releases.stale()).contains(mark);
        assertThat(releases.dates()).containsExactly(SHOWN);

        publish(LocalDate.parse("2024-06-28"));
        assertThat(releases.stale())
                .as("an old date says nothing of the new one")
                .contains(mark);
        publish(FAILED);
        assertThat(releases.stale()).isEmpty();
        assertThat(output.resolve("published/stale.json")).doesNotExist();
    }

    @Test
    void tellsOfTheLastNightThatFailed() {
        Releases releases = new Releases(output);
        releases.markStale(new StaleMark(SHOWN, "2024-06-29.1", Optional.empty(), "extract", "no file"));
        StaleMark later = new StaleMark(FAILED, "2024-06-30.1", Optional.empty(), "extract", "no file \"deals\"");
        releases.markStale(later);
        assertThat(releases.stale()).contains(later);
    }
}
