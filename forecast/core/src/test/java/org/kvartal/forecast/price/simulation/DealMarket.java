package org.kvartal.forecast.price.simulation;

import java.util.List;
import java.util.Random;
import org.kvartal.forecast.price.ClosedDeals;

/**
 * Contested deals. Sellers see how weak a deal is, the data do not; the weaker, the deeper they cut their price.
 *
 * <pre>
 *   gap = list gap - discount                    percent above the rival's price
 *   discount = 6 - 2 strength + noise
 *   logit P(won) = 0.2 - 0.08 gap + strength
 * </pre>
 */
final class DealMarket {
    private static final double SLOPE = -0.08;
    private static final double ANSWER = 2;
    private static final double SD_OF_LIST_GAP = 5;

    private final Random random;

    private record Deal(double listGap, double gap, double chance) {}

    private DealMarket(long seed) {
        random = new Random(seed);
    }

    private Deal deal() {
        double strength = random.nextGaussian();
        double listGap = SD_OF_LIST_GAP * random.nextGaussian();
        double gap = listGap - (6 - ANSWER * strength + 2 * random.nextGaussian());
        return new Deal(listGap, gap, 1 / (1 + Math.exp(-(0.2 + SLOPE * gap + strength))));
    }

    /** With the list gap as what moves the price. */
    static ClosedDeals closed(long seed, int count) {
        DealMarket market = new DealMarket(seed);
        ClosedDeals deals = new ClosedDeals(List.of(), List.of("list gap"));
        for (int i = 0; i < count; i++) {
            Deal deal = market.deal();
            int won = market.random.nextDouble() < deal.chance() ? 1 : 0;
            deals.add(won, deal.gap(), new double[0], new double[] {deal.listGap()});
        }
        return deals;
    }

    /** Change of the chance to win by one percent of price, over many deals. */
    static double averageMarginalEffect() {
        DealMarket market = new DealMarket(4);
        int count = 400_000;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double chance = market.deal().chance();
            sum += SLOPE * chance * (1 - chance);
        }
        return sum / count;
    }
}
