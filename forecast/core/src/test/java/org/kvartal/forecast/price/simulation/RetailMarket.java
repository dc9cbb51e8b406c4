package org.kvartal.forecast.price.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.kvartal.forecast.price.ElasticityTable;
import org.kvartal.forecast.price.PromotedSales;
import org.kvartal.forecast.price.PromotedSales.Terms;

/**
 * Products that are sold week by week.
 *
 * <pre>
 *   ln q = a[i] + season[t] + e ln p + b x + g[1] x[t-1] + g[2] x[t-2] + c s + demand[i][t] + noise
 *   ln p = level[i] + cost[i][t] + follows demand[i][t] - cut x        demand: keeps 0.6 of itself from week to week
 * </pre>
 *
 * x: promoted, planned ahead; s: siblings promoted. Sellers who follow demand lower the price when it is weak. Families
 * have three products.
 */
final class RetailMarket {
    static final double ELASTICITY = -2;
    static final double CUT = 0.15;
    static final int FAMILY = 3;

    private static final int PRODUCTS = 24;
    private static final int WEEKS = 52;
    private static final double PROMOTED = 0.1;

    private final Random random;
    private final Truth truth;
    private final double[][] units = new double[PRODUCTS][WEEKS];
    private final double[][] prices = new double[PRODUCTS][WEEKS];
    private final double[][] costs = new double[PRODUCTS][WEEKS];
    private final boolean[][] isPromoted = new boolean[PRODUCTS][WEEKS];

    /**
     * What is planted.
     *
     * @param followsDemand change of ln p by a shock to ln q of 1
     * @param lift b
     * @param dips g of the first and of the second week after
     * @param cannibalised c
     */
    record Truth(double followsDemand, double lift, List<Double> dips, double cannibalised) {
        double dip() {
            return dips.stream().mapToDouble(Math::expm1).sum();
        }
    }

    private RetailMarket(long seed, Truth truth) {
        this.random = new Random(seed);
        this.truth = truth;
    }

    static RetailMarket of(long seed, Truth truth) {
        RetailMarket market = new RetailMarket(seed, truth);
        for (int i = 0; i < PRODUCTS; i++) {
            for (int t = 0; t < WEEKS; t++) {
                market.isPromoted[i][t] = market.random.nextDouble() < PROMOTED;
            }
        }
        IntStream.range(0, PRODUCTS).forEach(market::sell);
        return market;
    }

    private void sell(int i) {
        double liking = 3 + random.nextGaussian();
        double level = 1 + 0.3 * random.nextGaussian();
        double demand = 0;
        for (int t = 0; t < WEEKS; t++) {
            demand = 0.6 * demand + 0.2 * random.nextGaussian();
            double cost = 0.12 * random.nextGaussian();
            double price = level + cost + truth.followsDemand() * demand - (isPromoted[i][t] ? CUT : 0);
            double quantity = liking + 0.3 * Math.sin(t / 8.0) + ELASTICITY * price + terms(i, t) + demand;
            costs[i][t] = cost;
            prices[i][t] = Math.exp(price);
            units[i][t] = Math.exp(quantity + 0.05 * random.nextGaussian());
        }
    }

    private double terms(int i, int t) {
        double terms = isPromoted[i][t] ? truth.lift() : 0;
        for (int l = 1; l <= truth.dips().size(); l++) {
            terms += t >= l && isPromoted[i][t - l] ? truth.dips().get(l - 1) : 0;
        }
        return terms + truth.cannibalised() * siblingsPromoted(i, t);
    }

    private static IntStream siblings(int i) {
        return IntStream.range(i / FAMILY * FAMILY, i / FAMILY * FAMILY + FAMILY)
                .filter(other -> other != i);
    }

    private long siblingsPromoted(int i, int t) {
        return siblings(i).filter(other -> isPromoted[other][t]).count();
    }

    /** Units that promotions took from siblings, as a share of what the promoted would have sold; negative. */
    double trueCannibalised() {
        double taken = 0;
        double usual = 0;
        for (int i = 0; i < PRODUCTS; i++) {
            for (int t = 2; t < WEEKS; t++) {
                if (isPromoted[i][t]) {
                    int week = t;
                    usual += units[i][t] / Math.exp(truth.lift() - ELASTICITY * CUT);
                    taken += siblings(i)
                            .mapToDouble(other -> units[other][week] * -Math.expm1(-truth.cannibalised()))
                            .sum();
                }
            }
        }
        return taken / usual;
    }

    ElasticityTable elasticityTable() {
        ElasticityTable table = new ElasticityTable(List.of(), List.of("cost"));
        for (int i = 0; i < PRODUCTS; i++) {
            for (int t = 0; t < WEEKS; t++) {
                table.add("p" + i, week(t), units[i][t], prices[i][t], new double[0], new double[] {costs[i][t]});
            }
        }
        return table;
    }

    PromotedSales promotedSales() {
        List<String> weeks = new ArrayList<>();
        IntStream.range(0, WEEKS).forEach(t -> weeks.add(week(t)));
        PromotedSales sales = new PromotedSales(weeks, 2, 0, List.of("cost"));
        for (int i = 0; i < PRODUCTS; i++) {
            for (int t = 0; t < WEEKS; t++) {
                Terms terms = isPromoted[i][t] ? Terms.PROMOTED : Terms.USUAL;
                sales.add("p" + i, "f" + i / FAMILY, week(t), units[i][t], prices[i][t], 1, terms, costs[i][t]);
            }
        }
        return sales;
    }

    private static String week(int t) {
        return String.format(Locale.ROOT, "w%02d", t);
    }
}
