package org.kvartal.forecast.price.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.kvartal.forecast.price.ElasticityTable;
import org.kvartal.forecast.price.PriceTable;

/**
 * Buyers with constant elasticity of substitution and tastes that do not change: what their living costs is known exactly.
 *
 * <pre>
 *   cost[t] = (sum over articles sold of b p[t]^(1 - sigma))^(1 / (1 - sigma))
 *   q[t]    = spending[t] b p[t]^-sigma cost[t]^(sigma - 1)
 *   ln p    = level + trend t + walk + [promoted] -0.25
 * </pre>
 */
final class CesMarket {
    static final double SIGMA = 4;

    private static final int MONTHS = 25;
    private static final double PROMOTED = 0.15;

    private final Random random;
    private final double[][] prices;
    private final double[] tastes;
    private final double[] spending = new double[MONTHS];

    /** Whether articles enter and leave. */
    enum Range {
        STANDING,
        CHANGING
    }

    private CesMarket(long seed, int articles) {
        random = new Random(seed);
        prices = new double[articles][];
        tastes = new double[articles];
    }

    static CesMarket of(long seed, Range range) {
        CesMarket market = new CesMarket(seed, 40);
        for (int i = 0; i < market.prices.length; i++) {
            market.tastes[i] = Math.exp(0.7 * market.random.nextGaussian());
            market.prices[i] = market.prices();
            if (range == Range.CHANGING && i >= 15) {
                market.comesAndGoes(i);
            }
        }
        for (int t = 0; t < MONTHS; t++) {
            market.spending[t] = 1000 * Math.exp(0.01 * t + 0.1 * market.random.nextGaussian());
        }
        return market;
    }

    private double[] prices() {
        double[] path = new double[MONTHS];
        double log = 1 + 0.3 * random.nextGaussian();
        for (int t = 0; t < MONTHS; t++) {
            log += 0.003 + 0.03 * random.nextGaussian();
            path[t] = Math.exp(log - (random.nextDouble() < PROMOTED ? 0.25 : 0));
        }
        return path;
    }

    /** More enter than leave, so that there is more to choose from. */
    private void comesAndGoes(int article) {
        boolean enters = article % 5 != 0;
        int change = 3 + random.nextInt(MONTHS - 6);
        for (int t = 0; t < MONTHS; t++) {
            if (enters ? t < change : t >= change) {
                prices[article][t] = Double.NaN;
            }
        }
    }

    double exactIndex(int t) {
        return Math.pow(wanted(t) / wanted(0), 1 / (1 - SIGMA));
    }

    private double wanted(int t) {
        return IntStream.range(0, prices.length)
                .filter(i -> prices[i][t] > 0)
                .mapToDouble(i -> tastes[i] * Math.pow(prices[i][t], 1 - SIGMA))
                .sum();
    }

    private double units(int i, int t) {
        return spending[t] * tastes[i] * Math.pow(prices[i][t], -SIGMA) / wanted(t);
    }

    static int lastMonth() {
        return MONTHS - 1;
    }

    /** A month's sales of an article. */
    private interface Sale {
        void of(String month, String article, double price, double units);
    }

    private void each(Sale sale) {
        for (int i = 0; i < prices.length; i++) {
            for (int t = 0; t < MONTHS; t++) {
                if (prices[i][t] > 0) {
                    sale.of(month(t), "a" + i, prices[i][t], units(i, t));
                }
            }
        }
    }

    PriceTable priceTable() {
        List<String> months = new ArrayList<>();
        IntStream.range(0, MONTHS).forEach(t -> months.add(month(t)));
        PriceTable.Builder table = new PriceTable.Builder(months);
        each((month, article, price, units) -> table.add(month, article, price, units));
        return table.build();
    }

    /** Units are counted with an error of five percent. */
    ElasticityTable elasticityTable() {
        ElasticityTable table = new ElasticityTable(List.of(), List.of());
        each((month, article, price, units) -> table.add(
                article, month, units * Math.exp(0.05 * random.nextGaussian()), price, new double[0], new double[0]));
        return table;
    }

    private static String month(int t) {
        return String.format(Locale.ROOT, "m%02d", t);
    }
}
