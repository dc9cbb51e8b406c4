package org.kvartal.forecast.price;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class PriceGapTest {
    private static final PriceGap DEARER = new PriceGap("axe", 120, 100);
    private static final PriceGap CHEAPER = new PriceGap("saw", 80, 100);

    @Test
    void weighsProductsByTheirSales() {
        assertThat(PriceGap.level(List.of(DEARER, CHEAPER), Map.of("axe", 3.0, "saw", 1.0)))
                .isCloseTo(Math.pow(1.2, 0.75) * Math.pow(0.8, 0.25), within(1e-14));
    }

    /** Four rivals of the axe count as one. */
    @Test
    void doesNotWeighAProductByTheNumberOfItsRivals() {
        assertThat(PriceGap.level(List.of(DEARER, DEARER, DEARER, DEARER, CHEAPER), Map.of("axe", 1.0, "saw", 1.0)))
                .isCloseTo(Math.sqrt(1.2 * 0.8), within(1e-14));
    }

    @Test
    void leavesOutWhatHasNoWeight() {
        assertThat(PriceGap.level(List.of(DEARER, CHEAPER), Map.of("axe", 2.0))).isCloseTo(1.2, within(1e-14));
        assertThat(PriceGap.level(List.of(CHEAPER), Map.of("axe", 2.0))).isNaN();
        assertThat(PriceGap.level(List.of(), Map.of("axe", 2.0))).isNaN();
    }

    @Test
    void refusesWhatIsNoPrice() {
        assertThatThrownBy(() -> new PriceGap("axe", 0, 1))
                .hasMessage("Invalid prices of axe: 0.0 and 1.0 must be above 0");
    }
}
