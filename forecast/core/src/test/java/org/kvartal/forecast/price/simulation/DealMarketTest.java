package org.kvartal.forecast.price.simulation;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.price.PriceEstimate;
import org.kvartal.forecast.price.PriceGapEffect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DealMarketTest {
    private static final int MARKETS = 60;
    private static final int DEALS = 1_500;

    private static PriceEstimate effect(List<PriceEstimate> estimates, String method) {
        return estimates.stream()
                .filter(one -> one.method().equals(method) && one.term().equals("average_marginal_effect"))
                .findFirst()
                .orElseThrow();
    }

    private static double mean(List<List<PriceEstimate>> all, String method) {
        return all.stream()
                .mapToDouble(one -> effect(one, method).estimate())
                .average()
                .orElseThrow();
    }

    /** 0.87 lies three errors of a share of 60 below 0.95. */
    @Test
    void discountsForWeakDealsHideHalfOfThePriceEffectUnlessTheListPriceIsAsked() {
        double truth = DealMarket.averageMarginalEffect();
        List<List<PriceEstimate>> all = LongStream.range(0, MARKETS)
                .mapToObj(seed -> PriceGapEffect.of(DealMarket.closed(seed, DEALS)))
                .toList();
        assertThat(mean(all, "association") / truth).isBetween(0.2, 0.6);
        assertThat(mean(all, "control-function") / truth).isCloseTo(1, within(0.04));
        double covered = all.stream()
                        .map(one -> effect(one, "control-function"))
                        .filter(one -> one.lower95() <= truth && truth <= one.upper95())
                        .count()
                / (double) MARKETS;
        assertThat(covered).isBetween(0.87, 1.0);
    }
}
