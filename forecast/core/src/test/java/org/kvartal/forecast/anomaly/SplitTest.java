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
}
