package org.kvartal.forecast.price;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PriceGapEffectTest {
    private static final double SLOPE = -0.08;

    /** Discounts go to weak deals: strength raises both the gap and the chance. The list price moves the gap alone. */
    private static ClosedDeals market(long seed, int deals, double endogeneity) {
        Random random = new Random(seed);
        ClosedDeals market = new ClosedDeals(List.of("size"), List.of("list price"));
        for (int i = 0; i < deals; i++) {
            double strength = random.nextGaussian();
            double list = random.nextGaussian();
            double size = random.nextGaussian();
            double gap = 5 * list + endogeneity * strength + 3 * random.nextGaussian() + size;
            double eta = -0.3 + SLOPE * gap + strength + 0.4 * size;
            int won = random.nextDouble() < 1 / (1 + Math.exp(-eta)) ? 1 : 0;
            market.add(won, gap, new double[] {size}, new double[] {list});
        }
        return market;
    }

    /** The mean over strength and size of the slope of the chance, by the same draws. */
    private static double truth(int deals, double endogeneity) {
        Random random = new Random(77);
        double sum = 0;
        for (int i = 0; i < deals; i++) {
            double strength = random.nextGaussian();
            double size = random.nextGaussian();
            double gap = 5 * random.nextGaussian() + endogeneity * strength + 3 * random.nextGaussian() + size;
            double p = 1 / (1 + Math.exp(0.3 - SLOPE * gap - strength - 0.4 * size));
            sum += SLOPE * p * (1 - p);
        }
        return sum / deals;
    }

    private static PriceEstimate find(List<PriceEstimate> estimates, String method, String term) {
        return estimates.stream()
                .filter(one -> one.method().equals(method) && one.term().equals(term))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsThePlantedEffectWhereTheAssociationHidesIt() {
        double truth = truth(200_000, 4);
        List<PriceEstimate> estimates = PriceGapEffect.of(market(1, 8000, 4));
        PriceEstimate plain = find(estimates, "association", "average_marginal_effect");
        PriceEstimate effect = find(estimates, "control-function", "average_marginal_effect");
        assertThat(plain.estimate()).isGreaterThan(truth / 2);
        assertThat(plain.note()).startsWith("association");
        assertThat(effect.estimate()).isCloseTo(truth, within(2.5 * effect.standardError()));
        assertThat(effect.standardError()).isLessThan(0.1 * Math.abs(truth));
        assertThat(Math.abs(find(estimates, "control-function", "endogeneity_z").estimate()))
                .isGreaterThan(5);
        assertThat(find(estimates, "control-function", "first_stage_F").estimate())
                .isGreaterThan(100);
    }

    /** 95 % intervals hold the truth in 95 % of 120 markets, give or take three errors of that share. */
    @Test
    void hasIntervalsThatCover() {
        double truth = truth(400_000, 4);
        int covered = 0;
        for (int seed = 100; seed < 220; seed++) {
            PriceEstimate effect =
                    find(PriceGapEffect.of(market(seed, 1500, 4)), "control-function", "average_marginal_effect");
            covered += effect.lower95() <= truth && truth <= effect.upper95() ? 1 : 0;
        }
        assertThat(covered / 120.0).isBetween(0.89, 1.0);
    }

    @Test
    void drawsACurveThatFallsInsideItsBand() {
        List<PriceEstimate> curve = PriceGapEffect.of(market(5, 3000, 0)).stream()
                .filter(one -> one.term().equals("curve") && one.method().equals("control-function"))
                .toList();
        assertThat(curve).hasSize(11);
        for (int i = 0; i < curve.size(); i++) {
            PriceEstimate point = curve.get(i);
            assertThat(point.estimate()).isBetween(point.lower95(), point.upper95());
            assertThat(point.lower95()).isPositive();
            assertThat(i == 0 || point.estimate() < curve.get(i - 1).estimate()).isTrue();
        }
    }

    @Test
    void saysHowManyDealsItNeeds() {
        PriceEstimate refused = PriceGapEffect.of(market(2, 50, 0)).get(0);
        assertThat(refused.estimate()).isNaN();
        assertThat(refused.note())
                .matches("Cannot estimate: \\d+ won and \\d+ lost deals; at least 30 of each are needed");
    }
}
