package org.kvartal.reports.measure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class WilsonIntervalTest {
    /** Printed to four decimals. */
    private static final double PRINTED = 5e-5;

    /** Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void equalsThePublishedIntervals(long k, long n, double low, double high) {
        Interval interval = WilsonInterval.of95(k, n).orElseThrow();
        assertThat(interval.low()).isCloseTo(low, within(PRINTED));
        assertThat(interval.high()).isCloseTo(high, within(PRINTED));
    }

    @Test
    void isMirroredWhenCasesAndOthersChangePlaces() {
        Interval won = WilsonInterval.of95(3, 10).orElseThrow();
        Interval lost = WilsonInterval.of95(7, 10).orElseThrow();
        assertThat(won.low()).isCloseTo(1 - lost.high(), within(1e-15));
        assertThat(WilsonInterval.of95(20, 20).orElseThrow().high()).isEqualTo(1);
    }

    @Test
    void saysNothingWithoutCases() {
        assertThat(WilsonInterval.of95(0, 0)).isEmpty();
    }

    @Test
    void refusesMoreThanAll() {
        assertThatThrownBy(() -> WilsonInterval.of95(3, 2)).hasMessage("Invalid share: 3 of 2");
        assertThatThrownBy(() -> WilsonInterval.of95(-1, 2)).hasMessage("Invalid share: -1 of 2");
    }
}
