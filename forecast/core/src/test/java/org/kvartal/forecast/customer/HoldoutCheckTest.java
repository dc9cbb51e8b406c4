package org.kvartal.forecast.customer;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class HoldoutCheckTest {
    /** Four customers by hand; holdout of 10 after 20. */
    private static final HoldoutCheck CHECK = new HoldoutCheck(List.of(
            new HoldoutCheck.Case(new PurchaseHistory(0, 0, 20), 5, 0, 1, 0.2),
            new HoldoutCheck.Case(new PurchaseHistory(4, 16, 20), 4, 2, 3, 2.5),
            new HoldoutCheck.Case(new PurchaseHistory(4, 8, 20), 2, 0, 0, 0.5),
            new HoldoutCheck.Case(new PurchaseHistory(9, 18, 20), 2, 4, 4, 4.4)));

    @Test
    void comparesWhatCameByPurchasesBefore() {
        List<HoldoutCheck.Line> lines = CHECK.lines();
        assertThat(lines.get(0)).isEqualTo(new HoldoutCheck.Line("by purchases before", "0", 1, 1, 0.2));
        assertThat(lines.get(1)).isEqualTo(new HoldoutCheck.Line("by purchases before", "4", 2, 1.5, 1.5));
        assertThat(lines.get(2)).isEqualTo(new HoldoutCheck.Line("by purchases before", "7 and more", 1, 4, 4.4));
        HoldoutCheck.Line all = lines.get(lines.size() - 1);
        assertThat(all.customers()).isEqualTo(4);
        assertThat(all.actual()).isEqualTo(2);
        assertThat(all.expected()).isCloseTo(1.9, within(1e-12));
    }

    /** Bought at 0, 2, 6 and 13: up to 10 twice again, last at 6; once in 10 to 15, once in 5 to 10. The other came late. */
    @Test
    void partsPurchasesAtTheEndOfTheCalibration() {
        BgNbd model = new BgNbd(1, 5, 1, 3);
        HoldoutCheck check = HoldoutCheck.of(model, List.of(new double[] {0, 2, 6, 13}, new double[] {11, 12}), 10, 15);
        double expected = model.expectedPurchases(new PurchaseHistory(2, 6, 10), 5);
        assertThat(check.lines()).contains(new HoldoutCheck.Line("by purchases before", "2", 1, 1, expected));
        assertThat(check.sameError()).isZero();
        assertThat(check.silenceError(5)).isZero();
    }

    /** Silent longer than two gaps: the first (20 > 10) and the third (12 > 4); the others go on at 2 and 4.5. */
    @Test
    void weighsTheModelAgainstRules() {
        assertThat(CHECK.modelError()).isCloseTo((0.8 + 0.5 + 0.5 + 0.4) / 4, within(1e-12));
        assertThat(CHECK.sameError()).isCloseTo((1 + 1) / 4.0, within(1e-12));
        assertThat(CHECK.silenceError(10)).isCloseTo((1 + 1 + 0 + 0.5) / 4, within(1e-12));
    }
}
