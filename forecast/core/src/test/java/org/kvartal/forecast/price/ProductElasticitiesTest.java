package org.kvartal.forecast.price;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ProductElasticitiesTest {
    private static final int PRODUCTS = 40;

    /** True elasticities are -2 give or take 0.4; those of products with few periods are hard to see. */
    private record Market(ElasticityTable table, List<Double> truth) {
        static Market of(long seed) {
            Random random = new Random(seed);
            ElasticityTable table = new ElasticityTable(List.of("promotion"), List.of());
            List<Double> truth = new ArrayList<>();
            for (int i = 0; i < PRODUCTS; i++) {
                double elasticity = -2 + 0.4 * random.nextGaussian();
                truth.add(elasticity);
                for (int t = 0; t < 12 + i; t++) {
                    double price = 0.15 * random.nextGaussian();
                    double promotion = random.nextInt(6) == 0 ? 1 : 0;
                    double units = i + 0.2 * Math.cos(t) + elasticity * price + 0.5 * promotion;
                    table.add(
                            "p" + i,
                            "t" + t,
                            Math.exp(units + 0.3 * random.nextGaussian()),
                            Math.exp(price),
                            new double[] {promotion},
                            new double[0]);
                }
            }
            return new Market(table, truth);
        }
    }

    @Test
    void shrunkElasticitiesAreNearerToTheTruthAndKnowHowNear() {
        double ofRaw = 0;
        double ofShrunk = 0;
        int covered = 0;
        for (int seed = 0; seed < 30; seed++) {
            Market market = Market.of(seed);
            List<ProductElasticity> found = ProductElasticities.of(market.table());
            for (int i = 0; i < PRODUCTS; i++) {
                ProductElasticity one = found.get(i);
                double truth = market.truth().get(i);
                ofRaw += Math.pow(one.raw() - truth, 2);
                ofShrunk += Math.pow(one.shrunk() - truth, 2);
                covered += one.lower95() <= truth && truth <= one.upper95() ? 1 : 0;
            }
        }
        assertThat(ofShrunk / ofRaw).isLessThan(0.7);
        assertThat(covered / (30.0 * PRODUCTS)).isBetween(0.93, 0.97);
    }

    @Test
    void aProductThatIsNeverRepricedHasTheMeanOfAll() {
        Market market = Market.of(1);
        for (int t = 0; t < 10; t++) {
            market.table().add("fixed", "t" + t, 5 + t % 3, 9, new double[] {0}, new double[0]);
        }
        List<ProductElasticity> found = ProductElasticities.of(market.table());
        ProductElasticity fixed = found.get(PRODUCTS);
        assertThat(fixed.product()).isEqualTo("fixed");
        assertThat(fixed.raw()).isNaN();
        assertThat(fixed.priceChanges()).isZero();
        assertThat(found.get(0).priceChanges()).isEqualTo(11);
        assertThat(fixed.shrunk()).isCloseTo(-2, within(0.2));
        assertThat(fixed.upper95() - fixed.shrunk()).isGreaterThan(0.5);
        assertThat(fixed.note()).isEqualTo("the mean of all: fewer than 8 periods, or one price");
    }

    /** All prices move in the same weeks and nearly by the same share: hardly anything tells the elasticities. */
    @Test
    void errorsKnowThatPricesMoveTogether() {
        int covered = 0;
        double widest = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            ElasticityTable table = new ElasticityTable(List.of(), List.of());
            double[] common = random.doubles(30, -0.2, 0.2).toArray();
            for (int i = 0; i < 8; i++) {
                for (int t = 0; t < 30; t++) {
                    double price = common[t] + 0.02 * random.nextGaussian();
                    double units = i + 0.3 * Math.sin(t) - 2 * price + 0.2 * random.nextGaussian();
                    table.add("p" + i, "t" + t, Math.exp(units), Math.exp(price), new double[0], new double[0]);
                }
            }
            for (ProductElasticity one : ProductElasticities.of(table)) {
                covered += Math.abs(one.raw() + 2) <= 1.96 * one.rawStandardError() ? 1 : 0;
                widest = Math.max(widest, one.rawStandardError());
            }
        }
        assertThat(covered / 480.0).isBetween(0.9, 0.98);
        assertThat(widest).isGreaterThan(1);
    }

    /** Without noise the slopes are exact, also where periods and products have effects of their own. */
    @Test
    void turnsSettleAtLeastSquares() {
        ElasticityTable table = new ElasticityTable(List.of(), List.of());
        for (int i = 0; i < 6; i++) {
            for (int t = 0; t < 12; t++) {
                double price = Math.sin(i * 7 + t * t) + 0.1 * t;
                double units = i + 0.3 * t - (1 + 0.2 * i) * price;
                table.add("p" + i, "t" + t, Math.exp(units), Math.exp(price), new double[0], new double[0]);
            }
        }
        List<ProductElasticity> found = ProductElasticities.of(table);
        for (int i = 0; i < 6; i++) {
            assertThat(found.get(i).raw()).isCloseTo(-(1 + 0.2 * i), within(1e-6));
        }
    }
}
