package org.kvartal.jobs.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.jobs.run.RunState.Stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RunStateTest {
    private static final LocalDate MARCH = LocalDate.parse("2026-03-31");
    private static final LocalDate APRIL = LocalDate.parse("2026-04-30");

    @TempDir
    Path output;

    @Test
    void isUnknownForADateThatNeverRan() {
        assertThat(RunState.read(output, MARCH)).isEmpty();
        assertThat(RunState.all(output)).isEmpty();
    }

    @Test
    void isReadAsItWasWritten() {
        RunState.first(MARCH, "a1b2").write(output);
        assertThat(RunState.read(output, MARCH)).contains(new RunState(MARCH, 1, "a1b2", Stage.RUNNING, List.of()));

        RunState.first(MARCH, "a1b2").finished().write(output);
        assertThat(RunState.read(output, MARCH)).contains(new RunState(MARCH, 1, "a1b2", Stage.FINISHED, List.of()));
    }

    @Test
    void keepsTheStepsThatAreDoneInTheirOrder() {
        RunState state = RunState.first(MARCH, "a1b2");
        for (int i = 1; i <= 30; i++) {
            state = state.with(new FinishedStep("step-" + i, Instant.parse("2026-04-01T02:00:00.123Z"), 1.25, 0.5, i));
        }
        state.write(output);
        assertThat(RunState.read(output, MARCH)).contains(state);
        assertThat(state.finished().next("ffff").steps()).isEmpty();
    }

    @Test
    void goesOnWhereItWasStopped() {
        RunState stopped = RunState.first(MARCH, "a1b2").stopped();
        stopped.write(output);
        assertThat(RunState.read(output, MARCH)).contains(stopped);
        assertThat(stopped.canResume("a1b2")).isTrue();
        assertThat(stopped.resumed()).isEqualTo(RunState.first(MARCH, "a1b2"));
    }

    @Test
    void tellsWhatToDoWhenItIsDamaged() throws IOException {
        RunState.first(MARCH, "a1b2").write(output);
        Path file = output.resolve("runs/2026-03-31.properties");
        assertThat(file).hasContent("config=a1b2\nnumber=1\nstage=RUNNING\n");
        for (String damaged : List.of(
                "", "number=1\nstage=RUNNING\n", "config=a1b2\nnumber=1\nstage=RUNN", "\u00ff", "config=\\u00")) {
            Files.writeString(file, damaged, StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> RunState.read(output, MARCH))
                    .hasMessage("Cannot read " + file
                            + ": it is damaged; delete it, and the night of 2026-03-31 begins again");
        }
    }

    @Test
    void listsAllDatesOldestFirst() throws IOException {
        RunState april = RunState.first(APRIL, "a1b2").finished();
        RunState march = RunState.first(MARCH, "a1b2");
        april.write(output);
        march.write(output);
        Files.writeString(output.resolve("runs/2026-05-31.properties.new"), "left by a process that died");

        assertThat(RunState.all(output)).containsExactly(march, april);
    }

    @Test
    void goesOnOnlyWithAnUnfinishedRunOfTheSameConfiguration() {
        RunState running = RunState.first(MARCH, "a1b2");

        assertThat(running.canResume("a1b2")).isTrue();
        assertThat(running.canResume("ffff")).isFalse();
        assertThat(running.finished().canResume("a1b2")).isFalse();
    }

    @Test
    void countsTheRunsOfADate() {
        RunState first = RunState.first(MARCH, "a1b2");
        RunState second = first.finished().next("ffff");

        assertThat(first.run()).isEqualTo("2026-03-31.1");
        assertThat(second.run()).isEqualTo("2026-03-31.2");
        assertThat(second).isEqualTo(new RunState(MARCH, 2, "ffff", Stage.RUNNING, List.of()));
    }
}
