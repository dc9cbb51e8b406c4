package org.kvartal.jobs.run;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StopTest {
    private final Stop stop = new Stop();

    @Test
    void letsStepsBeginUntilItIsAsked() {
        assertThat(stop.enter("extract")).isTrue();
        stop.leave();
        stop.ask();
        assertThat(stop.enter("load-tables")).isFalse();
        assertThat(stop.exception())
                .hasMessage("Cannot finish the night: asked to stop at step load-tables; run the same command again to"
                        + " resume");
    }

    @Test
    void interruptsAStepThatTakesTooLong() throws InterruptedException {
        stop.enter("extract");
        CountDownLatch never = new CountDownLatch(1);
        Thread hook = new Thread(stop::interrupt);
        hook.start();
        boolean interrupted = false;
        try {
            never.await();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        assertThat(interrupted).isTrue();
        hook.join();
    }

    @Test
    void interruptsNothingBetweenSteps() {
        stop.enter("extract");
        stop.leave();
        stop.interrupt();
        assertThat(Thread.interrupted()).isFalse();

        stop.enter("load-tables");
        stop.interrupt();
        stop.leave();
        assertThat(Thread.interrupted())
                .as("an interruption that came too late")
                .isFalse();
    }
}
