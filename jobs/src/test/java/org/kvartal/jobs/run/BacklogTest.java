package org.kvartal.jobs.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.jobs.run.Backlog.Wanted;

import static org.assertj.core.api.Assertions.assertThat;

/** Five days, of which the second was published, the third left unfinished, and the fourth published and cleaned away. */
class BacklogTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");

    @TempDir
    Path output;

    @BeforeEach
    void leaveNights() throws IOException {
        RunState.first(day(2), "a1b2").finished().write(output);
        Files.createDirectories(output.resolve("published").resolve("2026-03-02"));
        RunState.first(day(3), "a1b2").write(output);
        RunState.first(day(4), "a1b2").finished().write(output);
    }

    @Test
    void leavesOutWhatWasPublished() {
        assertThat(backlog(Wanted.MISSING))
                .containsExactly(
                        "2026-03-01 not published yet",
                        "2026-03-03 a run of it was left unfinished",
                        "2026-03-05 not published yet");
    }

    @Test
    void hasEveryDayWhenAllAreWanted() {
        assertThat(backlog(Wanted.ALL))
                .containsExactly(
                        "2026-03-01 not published yet",
                        "2026-03-02 published, and asked for again",
                        "2026-03-03 a run of it was left unfinished",
                        "2026-03-04 published, and asked for again",
                        "2026-03-05 not published yet");
    }

    @Test
    void isEmptyWhereTheRangeIs() {
        assertThat(Backlog.of(output, day(2), day(2), Wanted.MISSING)).isEmpty();
        assertThat(Backlog.of(output, day(3), day(2), Wanted.ALL)).isEmpty();
    }

    @Test
    void knowsPublishedDatesWhoseRecordsAreLost() throws IOException {
        Files.delete(output.resolve("runs/2026-03-02.properties"));

        assertThat(Backlog.of(output, day(2), day(2), Wanted.MISSING)).isEmpty();
    }

    private static LocalDate day(int number) {
        return FIRST.plusDays(number - 1L);
    }

    private List<String> backlog(Wanted wanted) {
        return Backlog.of(output, day(1), day(5), wanted).stream()
                .map(night -> night.asOf() + " " + night.reason().text())
                .toList();
    }
}
