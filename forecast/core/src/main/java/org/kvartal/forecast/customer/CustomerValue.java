package org.kvartal.forecast.customer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * What customers will be worth: expected, and in futures drawn by chance.
 *
 * <pre>
 *   value = margin E[M] sum over 12 parts of the horizon of (E[X(t_i)] - E[X(t_i-1)]) (1 + discount)^-(middle of part i)
 *   draw:   parameters ~ their normal approximation;  alive or not, rate, end and times of purchases given the history;
 *           nu ~ gamma(p x + q, gamma + m x), each spend ~ gamma(p, nu)
 * </pre>
 *
 * A draw has both errors: that of the parameters, the same for all customers of a draw, and the chance of each customer. The
 * second is most of it for one customer and averages out in a cohort: totals are sums within draws. The terms are as in Fader,
 * Hardie and Lee (2005), RFM and CLV, Journal of Marketing Research 42.
 */
public final class CustomerValue {
    private static final int PARTS = 12;
    private static final int PARAMETER_DRAWS = 50;
    private static final int FUTURES = 4;

    private final RepeatPurchaseModel model;
    private final GammaGamma spend;
    private final ValueTerms terms;
    private final long seed;
    private final List<RepeatPurchaseModel> models = new ArrayList<>();
    private final List<GammaGamma> spends = new ArrayList<>();

    public CustomerValue(RepeatPurchaseFit purchases, SpendFit spend, ValueTerms terms, long seed) {
        this.model = purchases.model();
        this.spend = spend.model();
        this.terms = terms;
        this.seed = seed;
        RandomGenerator random = new Well19937c(seed);
        for (int i = 0; i < PARAMETER_DRAWS; i++) {
            models.add(model.with(purchases.draws().draw(random)));
            double[] drawn = spend.draws().draw(random);
            spends.add(new GammaGamma(drawn[0], drawn[1], drawn[2]));
        }
    }

    /** Draws of each value. */
    public static int draws() {
        return PARAMETER_DRAWS * FUTURES;
    }

    /** The chance that a customer is alive, by each draw of the parameters; the same for all of one history. */
    public double[] alive(PurchaseHistory history) {
        return models.stream().mapToDouble(one -> one.probabilityAlive(history)).toArray();
    }

    /** Purchases to come, each by what it is worth today: to be multiplied by {@link #earned}. */
    public double discountedPurchases(PurchaseHistory history) {
        double sum = 0;
        double before = 0;
        for (int part = 1; part <= PARTS; part++) {
            double expected = model.expectedPurchases(history, terms.horizon() * part / PARTS);
            sum += (expected - before) * terms.worth(terms.horizon() * (part - 0.5) / PARTS);
            before = expected;
        }
        return sum;
    }

    /** The margin expected of one purchase. */
    public double earned(Optional<SpendFit.Spend> seen) {
        return terms.margin()
                * spend.expectedSpend(
                        seen.map(SpendFit.Spend::purchases).orElse(0),
                        seen.map(SpendFit.Spend::mean).orElse(0.0));
    }

    /**
     * The value of one customer in each draw, in the same order for all.
     *
     * @param alive what {@link #alive} says of the history
     * @param customer a number of the customer's own, so that no two have the same luck
     */
    public double[] futures(PurchaseHistory history, double[] alive, Optional<SpendFit.Spend> seen, long customer) {
        RandomGenerator random = new Well19937c(
                new int[] {(int) seed, (int) (seed >>> Integer.SIZE), (int) customer, (int) (customer >>> Integer.SIZE)
                });
        double[] values = new double[draws()];
        for (int draw = 0; draw < values.length; draw++) {
            int parameters = draw / FUTURES;
            if (random.nextDouble() < alive[parameters]) {
                values[draw] = future(history, seen, parameters, random);
            }
        }
        return values;
    }

    private double future(
            PurchaseHistory history, Optional<SpendFit.Spend> seen, int parameters, RandomGenerator random) {
        GammaGamma drawn = spends.get(parameters);
        int purchases = seen.map(SpendFit.Spend::purchases).orElse(0);
        double spent = purchases * seen.map(SpendFit.Spend::mean).orElse(0.0);
        double nu = Gammas.draw(random, drawn.p() * purchases + drawn.q(), drawn.gamma() + spent);
        double[] value = {0};
        models.get(parameters)
                .live(
                        history,
                        terms.horizon(),
                        random,
                        time -> value[0] += terms.worth(time) * Gammas.draw(random, drawn.p(), nu));
        return terms.margin() * value[0];
    }

    /** The value below which a share of draws lie; sorts a copy. */
    public static double quantile(double[] draws, double share) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }
}
