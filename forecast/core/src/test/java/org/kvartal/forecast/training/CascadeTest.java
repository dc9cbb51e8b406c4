package org.kvartal.forecast.training;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CascadeTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");

    private static Enrolment attended(String training, String day, String trainer, String person) {
        return new Enrolment(
                training,
                "CRM",
                "CRM",
                LocalDate.parse(day),
                trainer.equals("-") ? null : trainer,
                person,
                "attended",
                null);
    }

    private static List<String> printed(Cascade cascade) {
        return cascade.members().stream()
                .map(one -> "%s under %s depth %d direct %d reach %d"
                        .formatted(one.person(), one.trainer(), one.depth(), one.direct(), one.reach()))
                .toList();
    }

    @Test
    void hangsEverybodyAtOnePlaceOfTheTree() {
        Cascade cascade = Cascade.of(
                List.of(
                        attended("t1", "2026-01-05", "head", "ann"),
                        attended("t1", "2026-01-05", "head", "bob"),
                        attended("t2", "2026-02-05", "ann", "cid"),
                        attended("t3", "2026-03-05", "cid", "dee"),
                        attended("t4", "2026-04-05", "bob", "cid"),
                        attended("t5", "2026-07-05", "bob", "eve")),
                AS_OF);

        assertThat(printed(cascade))
                .as("the second session of cid, and one to come, make no link")
                .containsExactly(
                        "ann under head depth 1 direct 1 reach 2",
                        "bob under head depth 1 direct 0 reach 0",
                        "cid under ann depth 2 direct 1 reach 1",
                        "dee under cid depth 3 direct 0 reach 0",
                        "head under null depth 0 direct 2 reach 4");
        assertThat(cascade.members().stream().mapToInt(Cascade.Member::direct).sum())
                .as("no orphan: each link is counted at one trainer")
                .isEqualTo(cascade.trainerOf().size());
    }

    @Test
    void closesNoRingWhereTwoHaveTrainedEachOther() {
        Cascade cascade = Cascade.of(
                List.of(attended("t1", "2026-01-05", "ann", "bob"), attended("t2", "2026-02-05", "bob", "ann")), AS_OF);

        assertThat(printed(cascade))
                .containsExactly("ann under null depth 0 direct 1 reach 1", "bob under ann depth 1 direct 0 reach 0");
    }

    @Test
    void guessesNoTrainerWhereNoneIsRecorded() {
        Cascade cascade = Cascade.of(
                List.of(attended("t1", "2026-01-05", "-", "ann"), attended("t2", "2026-02-05", "ann", "bob")), AS_OF);

        assertThat(printed(cascade))
                .containsExactly("ann under null depth 0 direct 1 reach 1", "bob under ann depth 1 direct 0 reach 0");
        assertThat(cascade.members().get(0).training()).isEqualTo("t1");
    }
}
