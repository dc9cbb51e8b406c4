package org.kvartal.reports.fact;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FactTest {
    private static final Unit DAYS = Unit.measure("days", 0);
    private static final Origin ORIGIN = Origin.of("mart.cycle", "median(days)");

    @Test
    void keepsTheDigitsThatADoublePrints() {
        assertThat(Fact.of(0.1, DAYS, ORIGIN).number().orElseThrow()).isEqualByComparingTo("0.1");
    }

    @Test
    void refusesNumbersThatAreNone() {
        assertThatThrownBy(() -> Fact.of(Double.NaN, DAYS, ORIGIN))
                .hasMessage("Invalid number NaN: select median(days) from mart.cycle must be finite");
    }

    @Test
    void knowsItsRowsOnlyWhenTheyWereCounted() {
        assertThat(Fact.of(3L, DAYS, ORIGIN).rows()).isEmpty();
        assertThat(Fact.of(3L, DAYS, ORIGIN).ofRows(0).rows()).hasValue(0);
    }

    @Test
    void refusesIntervalsThatDoNotHoldTheirValue() {
        Fact low = Fact.of(3L, DAYS, ORIGIN);
        Fact high = Fact.of(2L, DAYS, ORIGIN);

        assertThatThrownBy(() -> Estimate.between(low, low, high))
                .hasMessage("Invalid interval [3, 3, 2]: low, value and high must not decrease");
    }
}
