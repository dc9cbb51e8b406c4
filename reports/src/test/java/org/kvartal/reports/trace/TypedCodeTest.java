package org.kvartal.reports.trace;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypedCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"173s2c", " 173S2C ", "I73S2C", "l73s2c", "L73-S2C", "173 s2c"})
    void readsACodeAsItIsCopiedFromPaper(String typed) {
        assertThat(TypedCode.printed(typed)).isEqualTo("173S2C");
    }

    @Test
    void readsTheLetterOAsZero() {
        assertThat(TypedCode.printed("oO1Xyz")).isEqualTo("001XYZ");
    }

    @Test
    void suggestsCodesThatOneSlipLeadsAwayFrom() {
        Set<String> known = Set.of("173S2C", "173S2D", "ZZZZZZ", "173S2CQ");

        assertThat(TypedCode.near("173S2C", known)).containsExactly("173S2C", "173S2CQ", "173S2D");
        assertThat(TypedCode.near("137S2C", known)).as("swapped").containsExactly("173S2C");
        assertThat(TypedCode.near("17S2C", known)).as("left out").containsExactly("173S2C");
        assertThat(TypedCode.near("1773S2C", known)).as("doubled").containsExactly("173S2C");
        assertThat(TypedCode.near("AAAAAA", known)).isEmpty();
        assertThat(TypedCode.near("", known)).isEmpty();
    }
}
