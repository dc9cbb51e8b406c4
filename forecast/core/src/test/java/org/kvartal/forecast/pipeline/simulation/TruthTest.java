package org.kvartal.forecast.pipeline.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TruthTest {
    private static final int DRAWS = 80;
    private static final int LIFETIMES = 3;
    private static final List<ForecastPoint> POINTS = new ArrayList<>();

    private record Chance(double probability, int won) {}

    @BeforeAll
    static void livePoints() {
        LongStream.rangeClosed(901, 903)
                .mapToObj(Worlds::development)
                .flatMap(List::stream)
                .map(world -> ForecastPointExport.points(world, DRAWS, LIFETIMES))
                .forEach(POINTS::addAll);
    }

    @Test
    void fourOfFiveOutcomesFallIntoTheTrueBand() {
        double covered = POINTS.stream()
                .filter(point -> point.actual() >= point.truth().quantile(0.1)
                        && point.actual() <= point.truth().quantile(0.9))
                .count();

        assertThat(covered / POINTS.size()).isCloseTo(0.8, within(0.12));
    }

    @Test
    void outcomesLieAsOftenAboveTheTrueMedianAsBelow() {
        double above = POINTS.stream()
                .filter(point -> point.actual() > point.truth().quantile(0.5))
                .count();

        assertThat(above / POINTS.size()).isCloseTo(0.5, within(0.15));
    }

    @Test
    void trueMeansAreRightOnAverage() {
        assertThat(POINTS.stream()
                        .mapToDouble(point -> point.actual() / point.truth().mean())
                        .average())
                .hasValueCloseTo(1.0, within(0.08));
    }

    @Test
    void trueProbabilitiesComeTrueInEveryTenth() {
        List<Chance> chances = POINTS.stream()
                .flatMap(point -> chances(point).stream())
                .sorted(Comparator.comparing(Chance::probability))
                .toList();
        for (int tenth = 0; tenth < 10; tenth++) {
            List<Chance> part = chances.subList(tenth * chances.size() / 10, (tenth + 1) * chances.size() / 10);
            double expected =
                    part.stream().mapToDouble(Chance::probability).average().orElseThrow();
            double came = part.stream().mapToInt(Chance::won).average().orElseThrow();
            // Deals of a quarter share its shock: the tolerance is wider than a binomial one.
            assertThat(came).as("tenth %d", tenth).isCloseTo(expected, within(0.01 + 0.12 * expected));
        }
    }

    @Test
    void winningEverIsAtLeastAsLikelyAsWinningInThePeriod() {
        for (ForecastPoint point : POINTS) {
            Truth truth = point.truth();
            double inPeriod = IntStream.range(0, point.open().size())
                    .mapToDouble(truth::winInPeriod)
                    .sum();
            double ever = IntStream.range(0, point.open().size())
                    .mapToDouble(truth::winEver)
                    .sum();

            assertThat(ever).isGreaterThan(0.8 * inPeriod);
        }
    }

    @Test
    void theStageWeightedReportPromisesMoreThanTheTruth() {
        double promised = POINTS.stream()
                .mapToDouble(point -> point.stageWeighted() / point.truth().mean())
                .average()
                .orElseThrow();

        assertThat(promised).isGreaterThan(1.3);
    }

    @Test
    void thePosteriorOfAShockMovesFromThePriorToWhatTheWinsSay() {
        SplittableRandom random = new SplittableRandom(5);
        assertThat(meanLogarithm(new ShockPosterior(0.3, 0, 0), random)).isCloseTo(0, within(0.02));
        // 2,000 wins where 1,000 were expected: the prior has nothing to say against log 2.
        assertThat(meanLogarithm(new ShockPosterior(0.3, 2000, 1000), random)).isCloseTo(Math.log(2), within(0.02));
    }

    private static double meanLogarithm(ShockPosterior posterior, SplittableRandom random) {
        return IntStream.range(0, 4000)
                .mapToDouble(i -> Math.log(posterior.draw(random)))
                .average()
                .orElseThrow();
    }

    private static List<Chance> chances(ForecastPoint point) {
        Set<Integer> won = point.won();
        return IntStream.range(0, point.open().size())
                .mapToObj(i -> new Chance(
                        point.truth().winInPeriod(i), won.contains(point.open().get(i).number) ? 1 : 0))
                .toList();
    }
}
