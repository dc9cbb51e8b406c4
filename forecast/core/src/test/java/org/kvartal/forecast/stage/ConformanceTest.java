package org.kvartal.forecast.stage;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.stage.Conformance.Counted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kvartal.forecast.stage.Violation.Kind.BACKWARD;
import static org.kvartal.forecast.stage.Violation.Kind.REENTERED;
import static org.kvartal.forecast.stage.Violation.Kind.SKIPPED;
import static org.kvartal.forecast.stage.Violation.Kind.UNDECLARED;

class ConformanceTest {
    private static final StageModel MODEL = new StageModel(List.of("lead", "need", "offer", "talks"), Set.of("need"));

    @Test
    void findsNothingWhereDealsKeepToTheOrder() {
        assertThat(violations("won", "lead", "need", "offer", "talks")).isEmpty();
        assertThat(violations("won", "lead", "offer", "talks"))
                .as("need may be skipped")
                .isEmpty();
        assertThat(violations("lost", "lead")).as("a deal may be lost anywhere").isEmpty();
        assertThat(violations("open", "lead", "need")).isEmpty();
        assertThat(violations("won")).as("nothing is known of its stages").isEmpty();
    }

    @Test
    void findsEachStageThatWasSkippedOnce() {
        assertThat(violations("open", "talks"))
                .containsExactly(new Violation(SKIPPED, "lead"), new Violation(SKIPPED, "offer"));
        assertThat(violations("won", "lead"))
                .containsExactly(new Violation(SKIPPED, "offer"), new Violation(SKIPPED, "talks"));
        assertThat(violations("open", "lead", "talks", "lead", "talks"))
                .filteredOn(violation -> violation.kind() == SKIPPED)
                .containsExactly(new Violation(SKIPPED, "offer"));
    }

    @Test
    void findsStepsBackAndStagesEnteredAgain() {
        assertThat(violations("open", "lead", "offer", "talks", "offer", "talks"))
                .containsExactly(
                        new Violation(BACKWARD, "offer"),
                        new Violation(REENTERED, "offer"),
                        new Violation(REENTERED, "talks"));
        assertThat(violations("open", "lead", "offer", "need"))
                .as("a first visit, late")
                .containsExactly(new Violation(BACKWARD, "need"));
    }

    @Test
    void findsStagesThatTheOrderDoesNotKnow() {
        assertThat(violations("open", "lead", "limbo", "offer")).containsExactly(new Violation(UNDECLARED, "limbo"));
    }

    /** Ten conform; three skip offer, one of them goes back twice; two go back to lead once. */
    @Test
    void countsTimesAndDeals() {
        assertThat(Conformance.count(
                        List.of(
                                new StagePath(List.of("lead", "offer", "talks"), "won", 10),
                                new StagePath(List.of("lead", "talks"), "open", 2),
                                new StagePath(List.of("lead", "talks", "lead", "talks", "lead"), "lost", 1),
                                new StagePath(List.of("lead", "need", "lead"), "open", 2)),
                        MODEL))
                .containsExactly(
                        new Counted(new Violation(SKIPPED, "offer"), 3, 3),
                        new Counted(new Violation(BACKWARD, "lead"), 4, 3),
                        new Counted(new Violation(REENTERED, "lead"), 4, 3),
                        new Counted(new Violation(REENTERED, "talks"), 1, 1));
    }

    @Test
    void learnsTheOrderFromDealsWhereNoneIsDeclared() {
        StageModel observed = StageModel.observed(List.of(
                new StagePath(List.of("lead", "offer", "talks"), "won", 60),
                new StagePath(List.of("lead", "need", "offer", "talks"), "won", 35),
                new StagePath(List.of("lead", "talks", "offer"), "lost", 4),
                new StagePath(List.of("talks"), "open", 1)));
        assertThat(observed.stages()).containsExactly("lead", "need", "offer", "talks");
        assertThat(observed.skippable()).containsExactly("need");
    }

    @Test
    void knowsForwardFromBack() {
        assertThat(MODEL.isForward("lead", "talks")).isTrue();
        assertThat(MODEL.isForward("talks", "offer")).isFalse();
        assertThat(MODEL.isForward("talks", "limbo")).isTrue();
    }

    @Test
    void refusesAnOrderThatIsNone() {
        assertThatThrownBy(() -> new StageModel(List.of("a", "a"), Set.of()))
                .hasMessage("Invalid stages: [a, a] has one of them twice");
        assertThatThrownBy(() -> new StageModel(List.of("a"), Set.of("b")))
                .hasMessage("Invalid skippable stages: [b] must be among [a]");
    }

    private static List<Violation> violations(String outcome, String... stages) {
        return Conformance.violations(new StagePath(List.of(stages), outcome, 1), MODEL);
    }
}
