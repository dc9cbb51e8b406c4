package org.kvartal.forecast.pipeline.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.pipeline.QuarterOutlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The outlook of worlds whose truth is known: one world of each shape, at the start of a quarter and within one. */
class RecoveryTest {
    private static final int DRAWS = 400;
    private static final int ROWS = 30_000;
    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2023, 3, 31), LocalDate.of(2024, 5, 15));

    private static List<PointScore> scores;

    @BeforeAll
    static void forecast() {
        scores = Worlds.development(21).stream()
                .flatMap(world -> DAYS.stream().map(day -> score(world, day)))
                .toList();
    }

    private static PointScore score(World world, LocalDate asOf) {
        LocalDate until = LocalDate.of(asOf.getYear(), 6, 30);
        Pipeline pipeline = world.born(Journal.NONE);
        List<Deal> came = world.lived(until, Journal.NONE).deals();
        ForecastPoint point = new ForecastPoint(world, pipeline, came, asOf, until, DRAWS, 1);
        return PointScore.of(point, new QuarterOutlook().sampling(ROWS));
    }

    @Test
    void probabilitiesOfDealsAreNearlyAsGoodAsTheTruth() {
        for (PointScore score : scores) {
            assertThat(score.brier()).as(name(score)).isLessThan(1.1 * score.trueBrier());
        }
    }

    /** The truth knows how good the quarter so far was; the outlook cannot, and so each point may be further off. */
    @Test
    void meansAreNearTheTruth() {
        assertThat(scores.stream().mapToDouble(RecoveryTest::meanRatio).average())
                .hasValueCloseTo(1.0, within(0.25));
        for (PointScore score : scores) {
            assertThat(meanRatio(score)).as(name(score)).isBetween(0.5, 1.5);
        }
    }

    private static double meanRatio(PointScore score) {
        return score.mean() / score.trueMean();
    }

    @Test
    void theLossIsMuchLessThanThatOfTheStageWeightedSumAndNotMuchMoreThanThatOfTheTruth() {
        assertThat(PointScore.expectedLosses(scores).improvement()).isGreaterThan(0.65);
        assertThat(PointScore.expectedLosses(scores).ratioToTruth()).isLessThan(1.35);
    }

    private static String name(PointScore score) {
        return String.format(Locale.ROOT, "%s as of %s", score.world(), score.asOf());
    }
}
