package org.kvartal.ingest.source;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.kvartal.ingest.source.SourceUnreachable.Outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RetriesTest {
    private static final SourceUnreachable NO_ANSWER =
            new SourceUnreachable("Cannot reach source crm", Outlook.HOPEFUL, new SQLException());
    private static final SourceUnreachable WRONG_PASSWORD =
            new SourceUnreachable("Cannot reach source crm", Outlook.HOPELESS, new SQLException());
    private static final Retries THREE = new Retries(3, Duration.ZERO);

    @Test
    void givesTheResultOfTheFirstAttemptThatSucceeds() {
        assertThat(THREE.of(failing(NO_ANSWER, NO_ANSWER))).isEqualTo("read");
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        assertThatThrownBy(() -> THREE.of(failing(NO_ANSWER, NO_ANSWER, NO_ANSWER)))
                .isSameAs(NO_ANSWER);
    }

    @Test
    void doesNotRepeatWhatIsHopelessSoThatNoAccountIsLocked() {
        Supplier<String> work = failing(WRONG_PASSWORD);
        assertThatThrownBy(() -> THREE.of(work)).isSameAs(WRONG_PASSWORD);
        assertThat(work.get()).isEqualTo("read");
    }

    @Test
    void stopsWaitingWhenInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new Retries(2, Duration.ofDays(1)).of(failing(NO_ANSWER)))
                .isSameAs(NO_ANSWER);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static Supplier<String> failing(SourceUnreachable... failures) {
        Deque<SourceUnreachable> left = new ArrayDeque<>(List.of(failures));
        return () -> {
            if (!left.isEmpty()) {
                throw left.pop();
            }
            return "read";
        };
    }
}
