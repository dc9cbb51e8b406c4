package org.kvartal.jobs.run;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.kvartal.jobs.run.RunningProcess.Life;

import static org.assertj.core.api.Assertions.assertThat;

class RunningProcessTest {
    private static final RunningProcess HERE = RunningProcess.here("crm-1");
    private static final RunningProcess MADE_UP = new RunningProcess("crm-1", "m1", "b1", "s1", 1, "77");

    @Test
    void isAliveAsLongAsItRuns() {
        assertThat(HERE.seenFrom(RunningProcess.here("crm-1"))).isEqualTo(Life.ALIVE);
    }

    @Test
    void isDeadWhenItHasEnded() throws IOException, InterruptedException {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        assertThat(sameMachine(ended.pid(), "77").seenFrom(HERE)).isEqualTo(Life.DEAD);
    }

    @Test
    void isDeadWhenAnotherProcessHasItsNumber() {
        assertThat(sameMachine(HERE.pid(), "77").seenFrom(HERE)).isEqualTo(Life.DEAD);
    }

    private static RunningProcess sameMachine(long pid, String started) {
        return new RunningProcess(HERE.host(), HERE.machine(), HERE.boot(), HERE.space(), pid, started);
    }

    @Test
    void isDeadWhenItsMachineWasStartedAgain() {
        assertThat(MADE_UP.seenFrom(new RunningProcess("crm-1", "m1", "b2", "s1", 1, "77")))
                .isEqualTo(Life.DEAD);
    }

    @Test
    void isUnknownWhenItRunsOnAnotherMachineOrInAnotherContainer() {
        assertThat(MADE_UP.seenFrom(new RunningProcess("crm-2", "m2", "b2", "s1", 1, "77")))
                .isEqualTo(Life.UNKNOWN);
        assertThat(MADE_UP.seenFrom(new RunningProcess("crm-1", "m1", "b1", "s2", 1, "77")))
                .as("another container of one name")
                .isEqualTo(Life.UNKNOWN);
        assertThat(MADE_UP.seenFrom(new RunningProcess("crm-1", "m2", "b2", "s1", 1, "77")))
                .as("another machine of one name")
                .isEqualTo(Life.UNKNOWN);
        assertThat(new RunningProcess("crm-1", "", "b1", "", 1, "77")
                        .seenFrom(new RunningProcess("crm-1", "", "b2", "", 1, "77")))
                .as("machines without numbers")
                .isEqualTo(Life.UNKNOWN);
    }
}
