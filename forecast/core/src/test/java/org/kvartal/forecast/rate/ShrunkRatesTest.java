package org.kvartal.forecast.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ShrunkRatesTest {
    /** Hits in the first 45 times at bat of 18 players in 1970 (Efron and Morris 1975, JASA 70, table 1). */
    private static final List<Tally> BASEBALL = IntStream.of(
                    18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7)
            .mapToObj(hits -> new Tally("player", hits, 45))
            .toList();

    /** 215 of 810; the shrinkage of .212 that Efron and Morris (Scientific American 236, 1977) print is 1 - 15 / chi2. */
    @Test
    void agreesWithThePublishedSpreadOfBattingAverages() {
        Homogeneity test = Homogeneity.of(BASEBALL);
        assertThat(Homogeneity.rate(BASEBALL)).isCloseTo(0.265, within(0.0005));
        assertThat(1 - 15 / test.chiSquare()).isCloseTo(0.212, within(0.0005));
        assertThat(test.groups()).isEqualTo(18);
        assertThat(test.isNoise()).as("45 times at bat do not rank players").isTrue();
    }

    /** g = (chi2 - 17) / (810 - 45 - 17); a player weighs 45 cases against M. */
    @Test
    void drawsARateTowardsTheMeanByWhatChanceExplains() {
        double g = (Homogeneity.of(BASEBALL).chiSquare() - 17) / 748;
        ShrunkRates rates = ShrunkRates.of(BASEBALL);
        assertThat(rates.priorCases()).isCloseTo(1 / g - 1, within(1e-6));
        double weight = 45 / (45 + 1 / g - 1);
        double mean = 215.0 / 810;
        ShrunkRates.Rate best = rates.rate(BASEBALL.get(0), 0.95);
        assertThat(best.mean()).isCloseTo(mean + weight * (18.0 / 45 - mean), within(1e-9));
        assertThat(best.low()).isLessThan(best.mean());
        assertThat(best.high()).isGreaterThan(best.mean()).isLessThan(0.4);
    }

    @Test
    void drawsASmallGroupFurtherThanALargeOne() {
        List<Tally> tallies = List.of(
                new Tally("three of three", 3, 3),
                new Tally("good", 140, 200),
                new Tally("bad", 60, 200),
                new Tally("none", 0, 0));
        ShrunkRates rates = ShrunkRates.of(tallies);
        assertThat(rates.rate(tallies.get(0), 0.95).mean()).isBetween(0.6, 0.85);
        assertThat(rates.rate(tallies.get(1), 0.95).mean()).isCloseTo(0.7, within(0.02));
        assertThat(rates.rate(tallies.get(3), 0.95).mean()).isCloseTo(rates.mean(), within(1e-9));
        assertThat(Homogeneity.of(tallies).isNoise()).isFalse();
    }

    @Test
    void holdsTheMeanForNoBetterKnownThanItsCases() {
        List<Tally> alike = List.of(new Tally("a", 30, 100), new Tally("b", 30, 100));
        ShrunkRates rates = ShrunkRates.of(alike);
        assertThat(rates.priorCases()).isCloseTo(200, within(1e-6));
        assertThat(rates.rate(alike.get(0), 0.95).mean()).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void saysWhatIsKnownWhenEverythingOrNothingWasWon() {
        List<Tally> none = List.of(new Tally("a", 0, 4), new Tally("b", 0, 9));
        assertThat(ShrunkRates.of(none).rate(none.get(0), 0.95)).isEqualTo(new ShrunkRates.Rate(0, 0, 0));
        assertThat(Homogeneity.of(none)).isEqualTo(new Homogeneity(0, 0, 1));
        assertThatThrownBy(() -> ShrunkRates.of(List.of())).hasMessage("Invalid tallies: no case in 0 groups");
        assertThatThrownBy(() -> new Tally("a", 3, 2)).hasMessage("Invalid tally of a: 3 of 2");
    }

    /** True rates Beta(6, 14), groups of 5 to 200 cases: intervals cover, and shrinking beats the raw rate. */
    @Test
    void recoversPlantedRates() {
        Random random = new Random(17);
        BetaDistribution truth = new BetaDistribution(6, 14);
        List<Double> rates = new ArrayList<>();
        List<Tally> tallies = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double rate = truth.inverseCumulativeProbability(random.nextDouble());
            int cases = 5 + random.nextInt(196);
            long won = IntStream.range(0, cases)
                    .filter(c -> random.nextDouble() < rate)
                    .count();
            rates.add(rate);
            tallies.add(new Tally("g" + i, won, cases));
        }
        ShrunkRates shrunk = ShrunkRates.of(tallies);
        assertThat(shrunk.mean()).isCloseTo(0.3, within(0.02));
        assertThat(shrunk.priorCases()).isBetween(15.0, 26.0);
        long covered = 0;
        double raw = 0;
        double drawn = 0;
        for (int i = 0; i < 400; i++) {
            ShrunkRates.Rate rate = shrunk.rate(tallies.get(i), 0.95);
            covered += rate.low() <= rates.get(i) && rates.get(i) <= rate.high() ? 1 : 0;
            double seen = (double) tallies.get(i).successes() / tallies.get(i).trials();
            raw += Math.pow(seen - rates.get(i), 2);
            drawn += Math.pow(rate.mean() - rates.get(i), 2);
        }
        assertThat(covered).isBetween(366L, 393L);
        assertThat(drawn).isLessThan(0.8 * raw);
    }

    /** 30 sellers of 3 to 40 deals, all of the same rate: 5 % of rankings are called more than noise, at most. */
    @Test
    void callsARankingOfEqualsNoise() {
        Random random = new Random(23);
        long rejected = IntStream.range(0, 1000)
                .filter(sample -> !Homogeneity.of(IntStream.range(0, 30)
                                .mapToObj(i -> tally(random, 3 + random.nextInt(38)))
                                .toList())
                        .isNoise())
                .count();
        assertThat(rejected).isBetween(30L, 70L);
    }

    private static Tally tally(Random random, int cases) {
        long won =
                IntStream.range(0, cases).filter(c -> random.nextDouble() < 0.3).count();
        return new Tally("seller", won, cases);
    }

    /** Twelve groups of one case each: together they expect 6 wins and are one group. */
    @Test
    void takesSmallGroupsTogether() {
        List<Tally> tallies = new ArrayList<>(List.of(new Tally("a", 50, 100), new Tally("b", 50, 100)));
        IntStream.range(0, 12).forEach(i -> tallies.add(new Tally("s" + i, i % 2, 1)));
        assertThat(Homogeneity.of(tallies)).isEqualTo(new Homogeneity(3, 0, 1));
    }
}
