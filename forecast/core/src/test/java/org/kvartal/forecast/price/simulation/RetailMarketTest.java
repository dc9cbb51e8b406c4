package org.kvartal.forecast.price.simulation;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.price.Elasticity;
import org.kvartal.forecast.price.PriceEstimate;
import org.kvartal.forecast.price.PromotionEffect;
import org.kvartal.forecast.price.simulation.RetailMarket.Truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What is planted in a market is found over many of them; what is not there is not. */
class RetailMarketTest {
    private static final int MARKETS = 60;
    private static final int MARKETS_WITHOUT_EFFECT = 200;
    private static final Truth FOLLOWS_DEMAND = new Truth(0.3, 0, List.of(), 0);
    private static final Truth PROMOTES = new Truth(0.3, Math.log(1.6), List.of(-0.2, -0.1), -0.08);

    private static PriceEstimate find(List<PriceEstimate> estimates, String method, String term) {
        return estimates.stream()
                .filter(one -> one.method().equals(method) && one.term().equals(term))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<PriceEstimate>> elasticities() {
        return LongStream.range(0, MARKETS)
                .mapToObj(seed ->
                        Elasticity.of(RetailMarket.of(seed, FOLLOWS_DEMAND).elasticityTable()))
                .toList();
    }

    private static boolean covers(PriceEstimate estimate, double truth) {
        return estimate.lower95() <= truth && truth <= estimate.upper95();
    }

    private static double share(List<PriceEstimate> estimates, double truth) {
        return estimates.stream().filter(one -> covers(one, truth)).count() / (double) estimates.size();
    }

    private static double mean(List<PriceEstimate> estimates) {
        return estimates.stream()
                .flatMapToDouble(one -> DoubleStream.of(one.estimate()))
                .average()
                .orElseThrow();
    }

    /** 0.87 lies three errors of a share of 60 below 0.95. */
    @Test
    void pricesThatFollowDemandHideTheElasticityFromLeastSquaresOnly() {
        List<List<PriceEstimate>> all = elasticities();
        List<PriceEstimate> plain =
                all.stream().map(one -> find(one, "ols", "own_price")).toList();
        List<PriceEstimate> instrumented = of(all, "own_price");
        List<PriceEstimate> weakProof = of(all, "anderson_rubin");
        assertThat(mean(plain)).isGreaterThan(-1.5);
        assertThat(share(plain, RetailMarket.ELASTICITY)).isLessThan(0.1);
        assertThat(mean(instrumented)).isCloseTo(RetailMarket.ELASTICITY, within(0.03));
        assertThat(share(instrumented, RetailMarket.ELASTICITY)).isBetween(0.87, 1.0);
        assertThat(share(weakProof, RetailMarket.ELASTICITY)).isBetween(0.87, 1.0);
    }

    @Test
    void aPromotionIsTakenApart() {
        List<RetailMarket> markets = LongStream.range(0, MARKETS)
                .mapToObj(seed -> RetailMarket.of(seed, PROMOTES))
                .toList();
        List<List<PriceEstimate>> all = markets.stream()
                .map(market -> PromotionEffect.of(market.promotedSales()))
                .toList();
        expect(all, "lift", 0.6, 0.01);
        expect(all, "own_price", RetailMarket.ELASTICITY, 0.03);
        assertThat(mean(of(all, "price_cut")))
                .isCloseTo(Math.expm1(RetailMarket.ELASTICITY * -RetailMarket.CUT), within(0.02));
        expect(all, "dip", PROMOTES.dip(), 0.01);
        int covered = 0;
        double apart = 0;
        for (int i = 0; i < all.size(); i++) {
            PriceEstimate taken = find(all.get(i), "2sls", "cannibalised");
            double truth = markets.get(i).trueCannibalised();
            covered += covers(taken, truth) ? 1 : 0;
            apart += (taken.estimate() - truth) / all.size();
        }
        assertThat(apart).isCloseTo(0, within(0.04));
        assertThat(covered / (double) all.size()).isGreaterThan(0.85);
    }

    private static List<PriceEstimate> of(List<List<PriceEstimate>> all, String term) {
        return all.stream().map(one -> find(one, "2sls", term)).toList();
    }

    private static void expect(List<List<PriceEstimate>> all, String term, double truth, double apart) {
        List<PriceEstimate> found = of(all, term);
        assertThat(mean(found)).as(term).isCloseTo(truth, within(apart));
        assertThat(share(found, truth)).as(term).isBetween(0.87, 1.0);
    }

    /** 0.08: two errors of a share of 200 above 0.05. */
    @Test
    void aPromotionWithoutEffectIsSeldomTakenForOne() {
        List<PriceEstimate> lifts = LongStream.range(1000, 1000 + MARKETS_WITHOUT_EFFECT)
                .mapToObj(seed -> RetailMarket.of(seed, FOLLOWS_DEMAND).promotedSales())
                .map(sales -> find(PromotionEffect.of(sales), "2sls", "lift"))
                .toList();
        assertThat(share(lifts, 0)).isGreaterThanOrEqualTo(0.92);
    }
}
