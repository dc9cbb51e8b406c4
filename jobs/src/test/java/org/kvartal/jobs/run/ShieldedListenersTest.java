package org.kvartal.jobs.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShieldedListenersTest {
    private final List<String> heard = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @Test
    void tellsAFailingListenerInOneLineAndAllOthersWhatHappens() {
        RunListener failing = new FailingListener();
        RunListener listeners = new ShieldedListeners(List.of(failing, listener("after")), complaints::add);
        listeners.stepStarted("extract");
        listeners.runEnded(
                RunOutcome.failed(LocalDate.parse("2024-06-30"), Optional.empty(), new IllegalStateException("x")));
        assertThat(heard).containsExactly("after extract", "after FAILED");
        assertThat(complaints).containsExactly("kvartal: FailingListener failed: no such folder: /nowhere");
    }

    private RunListener listener(String name) {
        return new RunListener() {
            @Override
            public void stepStarted(String step) {
                heard.add(name + " " + step);
            }

            @Override
            public void runEnded(RunOutcome outcome) {
                heard.add(name + " " + outcome.exitCode());
            }
        };
    }

    private static final class FailingListener implements RunListener {
        @Override
        public void stepStarted(String step) {
            throw new IllegalStateException("no such folder:\n  /nowhere");
        }
    }
}
