package org.kvartal.ingest.lake;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LakeRowTest {
    private final LakeRow row = new LakeRow(List.of("team", "share", "count"));

    @Test
    void hasItsValuesInTheOrderOfTheColumnsAndNoNumbersThatAreNone() {
        row.with("count", 3L).with("share", Double.NaN).with("team", "north");

        assertThat(row.values()).containsExactly("north", null, 3L);
        assertThat(row.with("share", 0.5).values()).containsExactly("north", 0.5, 3L);
        assertThat(row.with("share", Double.POSITIVE_INFINITY).toSpark().isNullAt(1))
                .isTrue();
    }

    @Test
    void namesTheUnknownColumnAlone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.with("teem", "north"))
                .withMessageContaining("teem")
                .withMessageNotContainingAny("share", "count");
    }
}
