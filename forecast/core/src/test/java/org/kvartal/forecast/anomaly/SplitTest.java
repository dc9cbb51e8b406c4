package org.kvartal.forecast.anomaly;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SplitTest {
    /**
     * By hand: A 30/100, then 10/50; B 10/100, then 45/150. R from 0.2 to 0.275. A: 0.5 * -0.1, -0.25 * 0.1, -0.25 *
     * -0.1; B: 0.5 * 0.2, 0.25 * -0.1, 0.25 * 0.2.
     */
    @Test
    void splitsARatioIntoRateMixAndBoth() {
        RatioSplit split = RatioSplit.of(
                List.of(new RatioSplit.Segment("A", 30, 100, 10, 50), new RatioSplit.Segment("B", 10, 100, 45, 150)));
        RatioSplit.Effect a = split.effects().get(0);
        RatioSplit.Effect b = split.effects().get(1);
        assertThat(a.rate()).isCloseTo(-0.05, within(1e-12));
        assertThat(a.mix()).isCloseTo(-0.025, within(1e-12));
        assertThat(a.both()).isCloseTo(0.025, within(1e-12));
        assertThat(b.rate()).isCloseTo(0.1, within(1e-12));
        assertThat(b.mix()).isCloseTo(-0.025, within(1e-12));
        assertThat(b.both()).isCloseTo(0.05, within(1e-12));
        assertThat(a.total() + b.total()).isCloseTo(0.075, within(1e-12));
        assertThat(split.reversed()).isFalse();
    }

    /** Both segments win more than before, the whole wins less. */
    @Test
    void tellsWhenAllSegmentsMoveAgainstTheWhole() {
        RatioSplit split = RatioSplit.of(List.of(
                new RatioSplit.Segment("easy", 80, 100, 9, 10), new RatioSplit.Segment("hard", 1, 10, 20, 100)));
        assertThat(split.effects().stream()
                        .mapToDouble(RatioSplit.Effect::total)
                        .sum())
                .isCloseTo(29 / 110.0 - 81 / 110.0, within(1e-12));
        assertThat(split.reversed()).isTrue();
    }

    @Test
    void splitsExactlyWhenSegmentsComeAndGo() {
        RatioSplit split = RatioSplit.of(
                List.of(new RatioSplit.Segment("gone", 5, 10, 0, 0), new RatioSplit.Segment("new", 0, 0, 3, 4)));
        assertThat(split.effects().stream()
                        .mapToDouble(RatioSplit.Effect::total)
                        .sum())
                .isCloseTo(0.75 - 0.5, within(1e-12));
    }

    /** 2 * 3 = 6 becomes 4 * 5 = 20: the first adds 2 * (3 + 5) / 2 = 8, the second 2 * (2 + 4) / 2 = 6. */
    @Test
    void sharesTheChangeOfAProductFairly() {
        List<Double> parts = ProductSplit.shapley(new double[] {2, 3}, new double[] {4, 5});
        assertThat(parts.get(0)).isCloseTo(8, within(1e-12));
        assertThat(parts.get(1)).isCloseTo(6, within(1e-12));
    }

    /** 1 * 1 * 1 to 2 * 2 * 2 is 7, alike for all; a factor that falls to 0 is no obstacle. */
    @Test
    void sharesAddUpForThreeFactors() {
        assertThat(ProductSplit.shapley(new double[] {1, 1, 1}, new double[] {2, 2, 2}))
                .allSatisfy(part -> assertThat(part).isCloseTo(7 / 3.0, within(1e-12)));
        List<Double> parts = ProductSplit.shapley(new double[] {10, 0.5, 200}, new double[] {12, 0, 250});
        assertThat(parts.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(-1000, within(1e-9));
    }

    /** 2 * 3 to 4 * 5: L = 14 / ln(20 / 6) = 11.628170; parts L ln 2 = 8.060033 and L ln(5 / 3) = 5.939967. */
    @Test
    void splitsByLogarithmicMeans() {
        List<Double> parts = ProductSplit.logMean(new double[] {2, 3}, new double[] {4, 5});
        assertThat(parts.get(0)).isCloseTo(8.060033, within(1e-6));
        assertThat(parts.get(0) + parts.get(1)).isCloseTo(14, within(1e-12));
        assertThat(ProductSplit.logMean(new double[] {2, 3}, new double[] {3, 2})
                        .get(0))
                .isCloseTo(6 * Math.log(1.5), within(1e-12));
    }
}
