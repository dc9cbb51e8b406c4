package org.kvartal.jobs.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.run.FinishedStep;
import org.kvartal.jobs.run.RunOutcome;
import org.kvartal.jobs.run.RunState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

class RunHistoryTest {
    private static final LocalDate DAY = LocalDate.parse("2024-06-30");
    private static final Instant NOON = Instant.parse("2024-07-01T12:00:00Z");

    @TempDir
    Path output;

    @Test
    void keepsARunThatFailedWithItsStepAndReasonOnOneLine() {
        HistoryKeeper keeper = keeper();
        keeper.runStarted(RunState.first(DAY, "abc"));
        keeper.stepEnded(step("extract", 2.5));
        keeper.runEnded(failed(RunState.first(DAY, "abc"), "no space left\n  on device"));
        PastRun run = new RunHistory(output).runs().get(0);
        assertThat(new RunHistory(output).runs()).hasSize(1);
        assertThat(run.run()).isEqualTo("2024-06-30.1");
        assertThat(run.exitCode()).isEqualTo(OptionalInt.of(2));
        assertThat(run.step()).isEqualTo("load-tables");
        assertThat(run.reason()).isEqualTo("no space left on device");
        assertThat(run.published()).isFalse();
        assertThat(run.steps()).containsExactly(step("extract", 2.5));
    }

    @Test
    void keepsARunThatWasKilledAsOneWithoutAnExitCode() {
        keeper().runStarted(RunState.first(DAY, "abc"));
        HistoryKeeper second = keeper();
        second.runStarted(RunState.first(DAY, "abc").next("abc"));
        second.runEnded(failed(RunState.first(DAY, "abc").next("abc"), "disk full"));
        assertThat(new RunHistory(output).runs())
                .extracting(PastRun::run, PastRun::exitCode)
                .containsExactly(tuple("2024-06-30.1", OptionalInt.empty()), tuple("2024-06-30.2", OptionalInt.of(2)));
    }

    @Test
    void countsTheRowsOfWhatWasPublished() throws IOException {
        Path release = Files.createDirectories(output.resolve("published/.releases/2024-06-30.1"));
        Files.writeString(release.resolve("run.json"), """
                {"row_balance": [{"read_count": 5, "loaded_count": 4, "quarantined_count": 1},
                                 {"read_count": 7, "loaded_count": 7, "quarantined_count": 0}]}
                """);
        Files.writeString(release.resolve("checks.json"), """
                {"checks": [{"failed_count": 1}, {"failed_count": 0}, {"failed_count": 3}]}
                """);
        HistoryKeeper keeper = keeper();
        keeper.runStarted(RunState.first(DAY, "abc"));
        keeper.runEnded(published(release));
        PastRun run = new RunHistory(output).runs().get(0);
        assertThat(run.rows()).isEqualTo(new RowCounts(12, 11, 1, 4));
        assertThat(run.release()).isEqualTo("published/.releases/2024-06-30.1");
    }

    @Test
    void goesOnAfterHalfALine() throws IOException {
        keeper().runStarted(RunState.first(DAY, "abc"));
        Files.writeString(output.resolve("runs/history.jsonl"), "{\"event\":\"en", StandardOpenOption.APPEND);
        keeper().runStarted(RunState.first(DAY, "abc").next("abc"));
        assertThat(new RunHistory(output).runs())
                .extracting(PastRun::run)
                .containsExactly("2024-06-30.1", "2024-06-30.2");
    }

    @Test
    void hasNothingWhereNothingRan() {
        assertThat(new RunHistory(output).runs()).isEmpty();
    }

    @Test
    void takesTheMedianOfTheLastTwentyRuns() {
        List<PastRun> runs = new ArrayList<>();
        runs.add(run(step("extract", 500)));
        for (int i = 1; i <= 20; i++) {
            runs.add(run(step("extract", i)));
        }
        assertThat(new StepTimes(runs).median("extract")).isEqualTo(OptionalDouble.of(10.5));
        assertThat(new StepTimes(runs).median("publish")).isEmpty();
        assertThat(new StepTimes(runs).total(List.of("extract", "publish"))).isEmpty();
    }

    @Test
    void tellsTheTimeLeftFromPastRuns() {
        Progress progress =
                new Progress(new StepTimes(List.of(run(step("extract", 3), step("load", 38), step("publish", 3)))));
        progress.planned(List.of("extract", "load", "publish"));
        progress.done("extract");
        assertThat(progress.text()).isEqualTo("1 of 3, about 40 s left");
        progress.done("load");
        progress.done("publish");
        assertThat(progress.text()).isEqualTo("3 of 3");
    }

    @Test
    void tellsNoTimeWhenAStepIsNew() {
        Progress progress = new Progress(new StepTimes(List.of()));
        progress.planned(List.of("extract", "load"));
        progress.done("extract");
        assertThat(progress.text()).isEqualTo("1 of 2");
    }

    private HistoryKeeper keeper() {
        return new HistoryKeeper(output, Clock.fixed(NOON, ZoneOffset.UTC), () -> Duration.ofSeconds(3));
    }

    private static RunOutcome failed(RunState run, String reason) {
        return new RunOutcome(
                DAY,
                Optional.of(run),
                ExitCode.FAILED,
                Optional.of("load-tables"),
                Optional.of(new IllegalStateException(reason)),
                Optional.empty());
    }

    private static RunOutcome published(Path release) {
        return new RunOutcome(
                DAY,
                Optional.of(RunState.first(DAY, "abc").finished()),
                ExitCode.DONE_WITH_FINDINGS,
                Optional.empty(),
                Optional.empty(),
                Optional.of(release));
    }

    private static PastRun run(FinishedStep... steps) {
        return new PastRun(
                DAY, "2024-06-30.1", NOON, 1, 1, RowCounts.NONE, OptionalInt.of(0), "", "", "x", List.of(steps));
    }

    private static FinishedStep step(String name, double seconds) {
        return new FinishedStep(name, NOON, seconds, 1, 0);
    }
}
