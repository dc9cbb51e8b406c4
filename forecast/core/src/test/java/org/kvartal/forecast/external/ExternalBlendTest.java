package org.kvartal.forecast.external;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

/**
 * Planted sources. Our quantity is 1000 + 8 m + noise of 30 where m is a market index; one source publishes m with an
 * error of 2, another numbers that have nothing to do with it. Our own outlook does not know m.
 */
class ExternalBlendTest {
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    private static final OwnOutlook MEAN = (asOf, period) -> OptionalDouble.of(1800);

    private final List<Observed> observed = new ArrayList<>();
    private final List<Publication> informative = new ArrayList<>();
    private final List<Publication> noise = new ArrayList<>();

    private LocalDate simulate(int periods, long seed) {
        Random random = new Random(seed);
        observed.clear();
        informative.clear();
        noise.clear();
        for (int i = 0; i <= periods; i++) {
            LocalDate period = FIRST.plusMonths(i);
            double market = 100 + 10 * random.nextGaussian();
            if (i < periods) {
                double value = 1000 + 8 * market + 30 * random.nextGaussian();
                observed.add(new Observed(period, period.plusMonths(1).minusDays(1), value));
            }
            informative.add(new Publication(period.minusDays(10), period, market + 2 * random.nextGaussian()));
            noise.add(new Publication(period.minusDays(10), period, random.nextGaussian()));
        }
        return FIRST.plusMonths(periods).minusDays(1);
    }

    private ExternalBlend blend(LocalDate asOf) {
        return ExternalBlend.at(
                asOf, observed, MEAN, List.of(new Source("market", informative), new Source("noise", noise)));
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 48, 90})
    void followsTheInformativeSourceAndLeavesNoiseOut(int periods) {
        double weightOfNoise = 0;
        double weightOfMarket = 0;
        double squaresOfBlend = 0;
        double squaresOfOwn = 0;
        int runs = 40;
        for (int seed = 0; seed < runs; seed++) {
            LocalDate asOf = simulate(periods + 1, 7000 + seed);
            double came = observed.remove(periods).value();
            LocalDate next = FIRST.plusMonths(periods);
            ExternalBlend blend = blend(next.minusDays(1));
            weightOfMarket += blend.members().get(1).weight() / runs;
            weightOfNoise += blend.members().get(2).weight() / runs;
            squaresOfBlend += Math.pow(blend.blended(next).orElseThrow() - came, 2);
            squaresOfOwn += Math.pow(1800 - came, 2);
            assertThat(asOf).isAfter(next);
        }
        assertThat(weightOfNoise).isLessThan(0.04);
        assertThat(weightOfMarket).isGreaterThan(0.45);
        assertThat(squaresOfBlend).isLessThan(0.6 * squaresOfOwn);
    }

    @Test
    void usesNoVintageThatIsLaterThanTheAsOfDate() {
        LocalDate asOf = simulate(60, 11);
        ExternalBlend before = blend(asOf);
        LocalDate next = asOf.plusDays(1);
        for (int i = 0; i < 60; i++) {
            informative.add(new Publication(asOf.plusDays(1), FIRST.plusMonths(i), -1e9));
            informative.add(new Publication(asOf.plusDays(5), next, 1e9));
        }
        observed.add(new Observed(next, next.plusMonths(1).minusDays(1), 1e12));
        ExternalBlend after = blend(asOf);
        assertThat(after.members()).isEqualTo(before.members());
        assertThat(after.blended(next)).isEqualTo(before.blended(next));
    }

    @Test
    void scoresTheVintageThatWasKnownWhenThePeriodBegan() {
        LocalDate asOf = simulate(60, 12);
        ExternalBlend before = blend(asOf);
        for (Observed period : observed) {
            informative.add(new Publication(period.period(), period.period(), period.value()));
        }
        assertThat(blend(asOf).members()).isEqualTo(before.members());
    }

    @Test
    void saysHowManyForecastsWouldBeEnough() {
        LocalDate asOf = simulate(7, 13);
        assertThat(blend(asOf).members())
                .extracting(BlendMember::weight, BlendMember::reason)
                .containsExactly(
                        tuple(1.0, "no other member admitted"),
                        tuple(
                                0.0,
                                "Not enough data: 7 past periods have a forecast published before them, about 10 needed"),
                        tuple(
                                0.0,
                                "Not enough data: 7 past periods have a forecast published before them, about 10 needed"));
    }

    @Test
    void weightsAlikeUntilThirtyPeriodsAreScored() {
        LocalDate asOf = simulate(25, 14);
        ExternalBlend blend = blend(asOf);
        assertThat(blend.members().get(0).weight()).isEqualTo(0.5);
        assertThat(blend.members().get(1).weight()).isEqualTo(0.5);
        assertThat(blend.members().get(1).reason())
                .isEqualTo("Weighted by equal shares: 16 periods scored together, 30 needed to weight by errors");
        assertThat(blend.blended(FIRST.plusMonths(25)).orElseThrow())
                .isEqualTo(
                        (1800 + blend.expected("market", FIRST.plusMonths(25)).orElseThrow()) / 2);
    }

    @Test
    void leavesTheBlendToThoseWhoSpeakOfThePeriod() {
        LocalDate asOf = simulate(90, 15);
        ExternalBlend blend = blend(asOf);
        LocalDate unspoken = FIRST.plusMonths(95);
        assertThat(blend.expected("market", unspoken)).isEmpty();
        assertThat(blend.blended(unspoken)).hasValue(1800);
        assertThat(blend.weights(unspoken)).containsExactly(1.0, 0.0, 0.0);
    }

    @Test
    void giveNothingToAMemberThatOnlyAddsNoiseToAnother() {
        Random random = new Random(5);
        double[] actual = DoubleStream.generate(random::nextGaussian).limit(200).toArray();
        double[] good = noisy(actual, 0.3, random);
        double[] worse = noisy(good, 2, random);
        Combination convex = GrangerRamanathan.convex(new MemberForecasts(List.of(good, worse), actual));
        assertThat(convex.weights().get(1)).isCloseTo(0, within(0.02));
    }

    /** Points on y = 3 + 2 x. */
    @Test
    void bridgesOnlyOverEnoughPairs() {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 9};
        double[] y = {5, 7, 9, 11, 13, 15, 17, 21};
        assertThat(Bridge.fit(x, y).orElseThrow().of(10)).isCloseTo(23, within(1e-9));
        assertThat(Bridge.fit(Arrays.copyOf(x, 7), Arrays.copyOf(y, 7))).isEmpty();
        assertThat(Bridge.fit(new double[8], y)).contains(new Bridge(12.25, 0));
    }

    private static double[] noisy(double[] values, double spread, Random random) {
        return Arrays.stream(values)
                .map(value -> value + spread * random.nextGaussian())
                .toArray();
    }
}
