package org.kvartal.ingest.lake;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FaultPointTest {
    @Test
    void failsTheTimeThatWasAskedForAndNoOther() {
        FaultPoint fault = FaultPoint.of("branch-moved:2:throw");

        fault.hear("branch-moved");
        fault.hear("link-moved");
        assertThatIllegalStateException()
                .isThrownBy(() -> fault.hear("branch-moved"))
                .withMessage("Cannot go on: fault branch-moved was asked for");
        fault.hear("branch-moved");
    }

    @Test
    void countsFromTheStepThatIsNamed() {
        FaultPoint fault = FaultPoint.of("extract/before-commit:1:throw");

        fault.hear("before-commit");
        fault.enter("check-sources");
        fault.hear("before-commit");
        fault.enter("extract");
        assertThatIllegalStateException().isThrownBy(() -> fault.hear("before-commit"));
    }

    @Test
    void isNoFaultUnlessItIsAskedFor() {
        assertThat(System.getProperty(FaultPoint.SETTING)).isNull();
        FaultPoint.reached("branch-moved");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> FaultPoint.of("branch-moved"))
                .hasMessage("Invalid kvartal.fault: branch-moved must be [STEP/]POINT:TIME:kill or throw");
    }
}
