package org.kvartal.reports.measure;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CoverageTest {
    @Test
    void dividesTheOpenByWhatIsMissing() {
        Coverage coverage = coverage("100.00", "40.00", "180.00");
        assertThat(coverage.missing()).isEqualTo("60.00");
        assertThat(coverage.times()).hasValue(3.0);
        assertThat(coverage.runRateNeeded(3)).isEqualTo("20.00");
        assertThat(coverage("100.00", "0.00", "0.00").runRateNeeded(3)).isEqualTo("33.33");
    }

    @Test
    void hasNothingToCoverOnceTheTargetIsReached() {
        Coverage coverage = coverage("100.00", "100.01", "180.00");
        assertThat(coverage.times()).isEmpty();
        assertThat(coverage.runRateNeeded(1)).isEqualByComparingTo("0");
    }

    @Test
    void refusesAPeriodThatIsOver() {
        assertThatThrownBy(() -> coverage("1", "0", "0").runRateNeeded(0))
                .hasMessage("Invalid months left: 0 must be at least 1");
    }

    private static Coverage coverage(String target, String booked, String open) {
        return new Coverage(new BigDecimal(target), new BigDecimal(booked), new BigDecimal(open));
    }
}
