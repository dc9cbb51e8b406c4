package org.kvartal.forecast.pipeline;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class QuarterShockTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2008, 1, 1);
    private static final LocalDate END = LocalDate.of(2013, 12, 31);

    /**
     * Twelve quarters know a variance to four tenths of it, and one quarter twice as good as usual is enough to triple
     * the estimate; six histories together know more. 0.1 is the floor.
     */
    @Test
    void recoversThePlantedShock() {
        assertThat(meanEstimate(0)).isBetween(0.1, 0.15);
        assertThat(meanEstimate(0.4)).isBetween(0.3, 0.5);
    }

    @Test
    void assumesAModerateShockUntilFourPeriodsAreKnown() {
        DealHistory young = DealHistory.knownAt(
                FIRST_DAY.plusDays(300), new SimulatedPipeline(FIRST_DAY, 4, 0.2, 1).dealsUntil(END));

        assertThat(QuarterShock.estimate(young, 91, EvidenceLevel.MONTHS_OF_AGE::fit))
                .isEqualTo(new QuarterShock(0.25, 0));
    }

    @Test
    void drawsScoresOfMeanZeroAndVarianceOne() {
        double[] scores = QuarterShock.scores();

        assertThat(Arrays.stream(scores).sum()).isCloseTo(0, within(1e-9));
        assertThat(Arrays.stream(scores).map(z -> z * z).average().orElseThrow())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void movesTheLogitAndKeepsTheMean() {
        double[] scores = {-1, 0, 1};
        double[] moved = new QuarterShock(0.3, 8).probabilities(0.4, scores);

        assertThat(Arrays.stream(moved).average().orElseThrow()).isCloseTo(0.4, within(1e-12));
        // Odds ratio exp(0.6) between the outer scores, but for the scaling that keeps the mean.
        double oddsRatio = moved[2] / (1 - moved[2]) / (moved[0] / (1 - moved[0]));
        assertThat(oddsRatio).isCloseTo(Math.exp(0.6), within(0.01));
    }

    private static double meanEstimate(double planted) {
        return LongStream.rangeClosed(1, 6)
                .mapToObj(seed -> new SimulatedPipeline(FIRST_DAY, 4, planted, seed).dealsUntil(END))
                .map(deals -> DealHistory.knownAt(END, deals))
                .map(history -> QuarterShock.estimate(history, 91, EvidenceLevel.EVERYTHING_ON_RECORD::fit))
                .peek(shock -> assertThat(shock.periods()).isEqualTo(12))
                .mapToDouble(QuarterShock::standardDeviation)
                .average()
                .orElseThrow();
    }
}
