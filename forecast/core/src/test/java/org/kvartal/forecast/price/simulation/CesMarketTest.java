package org.kvartal.forecast.price.simulation;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.forecast.price.CesIndex;
import org.kvartal.forecast.price.Elasticity;
import org.kvartal.forecast.price.IndexPoint;
import org.kvartal.forecast.price.PriceIndex;
import org.kvartal.forecast.price.PriceTable;
import org.kvartal.forecast.price.simulation.CesMarket.Range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Indices beside the exact cost of living, over two years in which prices bounce with promotions. */
class CesMarketTest {
    private static final double CLOSE = 0.01;

    private static double last(List<IndexPoint> points) {
        return points.get(CesMarket.lastMonth()).value();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void indicesOfAverageSharesFollowTheCostOfLivingWhileTheRangeStands(long seed) {
        CesMarket market = CesMarket.of(seed, Range.STANDING);
        PriceTable table = market.priceTable();
        for (String name : List.of("tornqvist", "geks-tornqvist")) {
            List<IndexPoint> points = PriceIndex.of(name).of(table);
            for (int t = 0; t <= CesMarket.lastMonth(); t++) {
                assertThat(points.get(t).value()).as(name).isCloseTo(market.exactIndex(t), within(CLOSE));
            }
        }
        double exact = market.exactIndex(CesMarket.lastMonth());
        assertThat(last(PriceIndex.of("chained-laspeyres").of(table)) / exact).isGreaterThan(1.3);
        assertThat(last(new CesIndex(CesMarket.SIGMA).of(table))).isCloseTo(exact, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void newcomersLowerTheCostOfLivingWhichMatchedArticlesDoNotShow(long seed) {
        CesMarket market = CesMarket.of(seed, Range.CHANGING);
        double sigma = -Elasticity.of(market.elasticityTable()).get(0).estimate();
        List<IndexPoint> points = new CesIndex(sigma).of(market.priceTable());
        for (int t = 0; t <= CesMarket.lastMonth(); t++) {
            assertThat(points.get(t).value()).isCloseTo(market.exactIndex(t), within(CLOSE));
        }
        double matched = last(PriceIndex.of("geks-tornqvist").of(market.priceTable()));
        assertThat(Math.abs(matched - market.exactIndex(CesMarket.lastMonth()))).isGreaterThan(2 * CLOSE);
    }
}
