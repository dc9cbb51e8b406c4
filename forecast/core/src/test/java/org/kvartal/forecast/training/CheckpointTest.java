package org.kvartal.forecast.training;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CheckpointTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");

    private static Enrolment on(String person, String day, String status, @Nullable Double score) {
        return new Enrolment("t" + day, "CRM", "Offers", LocalDate.parse(day), null, person, status, score);
    }

    private static List<String> printed(Enrolment... enrolments) {
        return Checkpoint.of(List.of(enrolments), 0.6, AS_OF).stream()
                .map(one -> "%s %s %s %d %s"
                        .formatted(one.person(), one.state().label(), one.dueOn(), one.sessions(), one.score()))
                .toList();
    }

    @Test
    void listsWhatWasMissedTwiceOnce() {
        assertThat(printed(on("ann", "2026-02-01", "missed", null), on("ann", "2026-04-01", "missed", null)))
                .containsExactly("ann missed 2026-04-01 2 null");
    }

    @Test
    void tellsPassedDueFailedMissedAndUnrecordedApart() {
        assertThat(printed(
                        on("ann", "2026-02-01", "attended", 0.6),
                        on("bob", "2026-02-01", "attended", 0.59),
                        on("cid", "2026-02-01", "enrolled", null),
                        on("dee", "2026-06-30", "missed", null),
                        on("eve", "2026-07-01", "enrolled", null),
                        on("fay", "2026-02-01", "attended", null)))
                .containsExactly(
                        "ann passed 2026-02-01 1 0.6",
                        "bob failed 2026-02-01 1 0.59",
                        "cid unrecorded 2026-02-01 1 null",
                        "dee missed 2026-06-30 1 null",
                        "eve due 2026-07-01 1 null",
                        "fay passed 2026-02-01 1 null");
    }

    @Test
    void forgetsAMissOnceItIsMadeUpForAndAwaitsTheNextSessionBefore() {
        assertThat(printed(
                        on("ann", "2026-02-01", "missed", null),
                        on("ann", "2026-04-01", "attended", 0.9),
                        on("bob", "2026-02-01", "missed", null),
                        on("bob", "2026-08-01", "enrolled", null),
                        on("bob", "2026-09-01", "enrolled", null)))
                .containsExactly("ann passed 2026-04-01 2 0.9", "bob due 2026-08-01 3 null");
    }
}
