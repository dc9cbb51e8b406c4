package org.kvartal.reports.measure;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SalesVelocityTest {
    @Test
    void multipliesCountRateAndSizeAndDividesByAge() {
        assertThat(new SalesVelocity(120, 0.25, 1000, 60).perDay()).hasValue(500.0);
    }

    @Test
    void hasNoPaceWhenDealsAreWonOnTheDayTheyAreCreated() {
        assertThat(new SalesVelocity(120, 0.25, 1000, 0).perDay()).isEmpty();
    }
}
