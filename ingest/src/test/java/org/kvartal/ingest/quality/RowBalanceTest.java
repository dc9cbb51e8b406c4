package org.kvartal.ingest.quality;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RowBalanceTest {
    @Test
    void isARowOfItsTable() {
        RowBalance balance = new RowBalance("deals", "crm", 10, 1, 5, 3, 2, 1);

        assertThat(balance.row()).containsExactly("deals", "crm", 10L, 1L, 5L, 3L, 2L, 1L);
        assertThat(balance.row()).hasSameSizeAs(QualityTables.ROW_BALANCE.columns());
    }

    @Test
    void refusesToLoseARow() {
        assertThatThrownBy(() -> new RowBalance("deals", "crm", 10, 0, 4, 3, 2, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Invalid row balance of deals from crm: read 10 + derived 0, but loaded 4 + quarantined 3"
                        + " + deduplicated 2 + filtered 0; a mapping must keep every row and name the rule of those it"
                        + " leaves out in _filter");
    }

    @Test
    void refusesToInventARow() {
        assertThatThrownBy(() -> new RowBalance("deals", "crm", 1, 0, 2, 0, 0, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Invalid row balance of deals from crm: read 1 + derived 0, but loaded 2 + quarantined 0"
                        + " + deduplicated 0 + filtered 0; a mapping must keep every row and name the rule of those it"
                        + " leaves out in _filter");
    }
}
