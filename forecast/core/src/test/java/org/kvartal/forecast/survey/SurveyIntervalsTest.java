package org.kvartal.forecast.survey;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Shares and scores of surveys against published intervals; digits beyond the printed four from R 4.2. */
class SurveyIntervalsTest {
    private static final double LEVEL = 0.95;

    /** Newcombe (1998), Statistics in Medicine 17, 857-872, table I. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2552885, 0.3662096, 0.2527367, 0.3676219",
        "15, 148, 0.0623864, 0.1604872, 0.0578440, 0.1616505",
        "0, 20, 0, 0.1611252, 0, 0.1684335",
        "1, 29, 0.0061132, 0.1717552, 0.0008726, 0.1776443"
    })
    void reproducesTheIntervalsOfShares(
            long successes, long trials, double low, double high, double exactLow, double exactHigh) {
        Share share = new Share(successes, trials);

        expect(share.wilson(LEVEL), low, high);
        expect(share.clopperPearson(LEVEL), exactLow, exactHigh);
    }

    /** Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10: 56/70 - 48/80. */
    @Test
    void reproducesTheIntervalOfADifference() {
        Range difference = new Share(56, 70).lessBy(new Share(48, 80), LEVEL);

        assertThat(difference.low()).isCloseTo(0.0524, within(5e-5));
        assertThat(difference.high()).isCloseTo(0.3339, within(5e-5));
    }

    /** Counts of promoters, passives and detractors; formulas of Rocks (2016), The American Statistician 70. */
    @ParameterizedTest
    @CsvSource({
        "60, 25, 15, 0.45, 0.304976, 0.595024, 0.436893, 0.293431, 0.580355",
        "16, 8, 9, 0.212121, -0.075889, 0.500132, 0.194444, -0.078528, 0.467417",
        "5, 0, 0, 1, 1, 1, 0.625, 0.174915, 1.075085"
    })
    void reproducesTheIntervalsOfTheNetPromoterScore(
            long promoters,
            long passives,
            long detractors,
            double score,
            double low,
            double high,
            double adjusted,
            double adjustedLow,
            double adjustedHigh) {
        NetPromoterScore answers = new NetPromoterScore(promoters, passives, detractors);

        assertThat(answers.estimate()).isCloseTo(score, within(1e-6));
        expect(answers.interval(LEVEL), low, high);
        assertThat(answers.adjustedEstimate()).isCloseTo(adjusted, within(1e-6));
        expect(answers.adjustedInterval(LEVEL), adjustedLow, adjustedHigh);
    }

    @Test
    void countsAnswersFromZeroToTen() {
        NetPromoterScore score =
                IntStream.rangeClosed(0, 10).boxed().reduce(NetPromoterScore.NONE, NetPromoterScore::and, (a, b) -> a);

        assertThat(score).isEqualTo(new NetPromoterScore(2, 2, 7));
        assertThatThrownBy(() -> score.and(11)).hasMessage("Invalid answer: 11 must be from 0 to 10");
    }

    @Test
    void refusesMoreThanAll() {
        assertThatThrownBy(() -> new Share(3, 2))
                .hasMessage("Invalid share: 3 of 2 must be from 0 to all of at least 1");
    }

    private static void expect(Range range, double low, double high) {
        assertThat(range.low()).isCloseTo(low, within(1e-6));
        assertThat(range.high()).isCloseTo(high, within(1e-6));
    }
}
