package org.kvartal.forecast.survey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class NetPromoterScoreTest {
    /** Both formulas of Rocks (2016), The American Statistician 70(4), worked out independently. */
    @ParameterizedTest
    @CsvSource({
        "60, 25, 15, 0.450000, 0.304976, 0.595024, 0.436893, 0.293431, 0.580355",
        "16, 8, 9, 0.212121, -0.075889, 0.500132, 0.194444, -0.078528, 0.467417",
        "5, 0, 0, 1, 1, 1, 0.625000, 0.174915, 1.075085"
    })
    void agreesWithThePublishedIntervals(
            int promoters,
            int passives,
            int detractors,
            double score,
            double low,
            double high,
            double adjusted,
            double adjustedLow,
            double adjustedHigh) {
        NetPromoterScore found = new NetPromoterScore(promoters, passives, detractors);
        assertThat(found.plain(0.95).value()).isCloseTo(score, within(5e-7));
        assertThat(found.plain(0.95).low()).isCloseTo(low, within(5e-7));
        assertThat(found.plain(0.95).high()).isCloseTo(high, within(5e-7));
        assertThat(found.adjusted(0.95).value()).isCloseTo(adjusted, within(5e-7));
        assertThat(found.adjusted(0.95).low()).isCloseTo(adjustedLow, within(5e-7));
        assertThat(found.adjusted(0.95).high()).isCloseTo(adjustedHigh, within(5e-7));
    }

    /** Half widths 0.143462 and 0.272972 of the first two: sqrt of the sum of their squares. */
    @Test
    void theDifferenceOfTwoQuartersHasBothErrors() {
        Estimate change = new NetPromoterScore(60, 25, 15).less(new NetPromoterScore(16, 8, 9), 0.95);
        assertThat(change.value()).isCloseTo(0.436893 - 0.194444, within(1e-6));
        assertThat(change.high() - change.value()).isCloseTo(Math.hypot(0.143462, 0.2729725), within(2e-6));
    }

    @Test
    void nineAndTenPromoteAndSixDetracts() {
        assertThat(NetPromoterScore.sign(10)).isEqualTo(1);
        assertThat(NetPromoterScore.sign(9)).isEqualTo(1);
        assertThat(NetPromoterScore.sign(8)).isZero();
        assertThat(NetPromoterScore.sign(7)).isZero();
        assertThat(NetPromoterScore.sign(6)).isEqualTo(-1);
        assertThat(NetPromoterScore.sign(0)).isEqualTo(-1);
    }

    @Test
    void refusesASurveyWithoutAnswers() {
        assertThatThrownBy(() -> new NetPromoterScore(0, 0, 0)).hasMessage("Invalid counts: 0.0, 0.0, 0.0");
    }
}
