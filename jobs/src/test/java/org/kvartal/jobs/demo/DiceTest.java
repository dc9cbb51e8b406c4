package org.kvartal.jobs.demo;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DiceTest {
    private static final int DRAWS = 50_000;

    private final Dice dice = Dice.of(7, "tests");

    @Test
    void theSameSeedAndStreamGiveTheSameDraws() {
        assertThat(draws(Dice.of(7, "leads"))).isEqualTo(draws(Dice.of(7, "leads")));
    }

    @Test
    void streamsOfOneSeedDiffer() {
        assertThat(draws(Dice.of(7, "leads"))).isNotEqualTo(draws(Dice.of(7, "offers")));
        assertThat(draws(Dice.of(7, "leads"))).isNotEqualTo(draws(Dice.of(8, "leads")));
    }

    @Test
    void poissonHasItsMeanAlsoWhenItIsLarge() {
        assertThat(mean(() -> dice.poisson(3.5))).isCloseTo(3.5, within(0.04));
        assertThat(mean(() -> dice.poisson(140))).isCloseTo(140, within(0.3));
    }

    @Test
    void gammaHasMeanOneAndVarianceOneOverShape() {
        assertThat(mean(() -> dice.gamma(18))).isCloseTo(1, within(0.005));
        assertThat(mean(() -> Math.pow(dice.gamma(18) - 1, 2))).isCloseTo(1.0 / 18, within(0.002));
    }

    @Test
    void logNormalHasItsMedian() {
        long below = DoubleStream.generate(() -> dice.logNormal(49_000, 1.58))
                .limit(DRAWS)
                .filter(x -> x < 49_000)
                .count();
        assertThat(below / (double) DRAWS).isCloseTo(0.5, within(0.01));
    }

    @Test
    void aChoiceFollowsItsWeights() {
        Choice<String> choice = Choice.of(List.of("a", "b", "c"), 1, 0, 3);
        assertThat(mean(() -> dice.pick(choice).equals("c") ? 1 : 0)).isCloseTo(0.75, within(0.01));
        assertThat(mean(() -> dice.pick(choice).equals("b") ? 1 : 0)).isZero();
    }

    private static List<Double> draws(Dice dice) {
        return DoubleStream.generate(dice::uniform).limit(5).boxed().toList();
    }

    private static double mean(DoubleSupplier draw) {
        return DoubleStream.generate(draw).limit(DRAWS).average().orElseThrow();
    }
}
