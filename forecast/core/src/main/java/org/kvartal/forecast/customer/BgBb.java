package org.kvartal.forecast.customer;

import java.util.List;
import java.util.function.DoubleConsumer;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.special.Beta;

/**
 * BG/BB: opportunities to buy come one by one, as years to donate; at each the customer buys or not, then stops or not.
 *
 * <pre>
 *   buys at an opportunity with p ~ beta(alpha, beta);  stops before one with theta ~ beta(gamma, delta)
 *   x purchases in n opportunities, the last one at t_x;  A(i) = B(alpha+x, beta+i-x) / B(alpha, beta)
 *   L = A(n) B(gamma, delta+n) / B(gamma, delta)
 *       + sum over i = t_x..n-1 of A(i) B(gamma+1, delta+i) / B(gamma, delta)
 *   P(alive) = A(n) B(gamma, delta+n+1) / B(gamma, delta) / L                             at opportunity n + 1
 *   E[X(h)]  = B(alpha+x+1, beta+n-x) / B(alpha, beta) / L  sum over j = 1..h of B(gamma, delta+n+j) / B(gamma, delta)
 * </pre>
 *
 * Times are numbers of opportunities; fractions of those observed are rounded, and of the last one ahead its share is
 * counted. The sum over j is the closed form of the source, without its pole at gamma = 1. Source: Fader, Hardie and Shang
 * (2010), Customer-base analysis in a discrete-time noncontractual setting, Marketing Science 29, section 2.
 *
 * @param alpha with beta: shapes of the probability of buying
 * @param gamma with delta: shapes of the probability of stopping
 */
public record BgBb(double alpha, double beta, double gamma, double delta) implements RepeatPurchaseModel {
    @Override
    public String name() {
        return "bgbb";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("alpha", alpha),
                new Parameter("beta", beta),
                new Parameter("gamma", gamma),
                new Parameter("delta", delta));
    }

    @Override
    public double logLikelihood(PurchaseHistory history) {
        int x = history.repeats();
        int n = opportunities(history);
        double log = logBuys(x, n) + logStays(n);
        for (int i = (int) Math.round(history.recency()); i < n; i++) {
            log = Logs.sum(log, logBuys(x, i) + Beta.logBeta(gamma + 1, delta + i) - Beta.logBeta(gamma, delta));
        }
        return log;
    }

    @Override
    public double probabilityAlive(PurchaseHistory history) {
        int n = opportunities(history);
        return Math.exp(logBuys(history.repeats(), n) + logStays(n + 1) - logLikelihood(history));
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, double horizon) {
        int n = opportunities(history);
        int x = history.repeats();
        double rate = Beta.logBeta(alpha + x + 1, beta + n - x) - Beta.logBeta(alpha, beta) - logLikelihood(history);
        double expected = 0;
        for (int ahead = 1; ahead - 1 < horizon; ahead++) {
            expected += Math.min(1, horizon - ahead + 1) * Math.exp(rate + logStays(n + ahead));
        }
        return expected;
    }

    private static int opportunities(PurchaseHistory history) {
        return (int) Math.round(history.age());
    }

    private double logBuys(int x, int opportunities) {
        return Beta.logBeta(alpha + x, beta + opportunities - x) - Beta.logBeta(alpha, beta);
    }

    private double logStays(int opportunities) {
        return Beta.logBeta(gamma, delta + opportunities) - Beta.logBeta(gamma, delta);
    }

    @Override
    public BgBb with(double[] values) {
        return new BgBb(values[0], values[1], values[2], values[3]);
    }

    /** Given alive at the next opportunity: p ~ beta(alpha+x, beta+n-x), theta ~ beta(gamma, delta+n+1). */
    @Override
    public void live(PurchaseHistory history, double horizon, RandomGenerator random, DoubleConsumer purchase) {
        int n = opportunities(history);
        double buys = Gammas.beta(random, alpha + history.repeats(), beta + n - history.repeats());
        double stops = Gammas.beta(random, gamma, delta + n + 1);
        for (int ahead = 1; ahead - 1 < horizon; ahead++) {
            if (ahead > 1 && random.nextDouble() < stops) {
                return;
            }
            if (random.nextDouble() < buys * Math.min(1, horizon - ahead + 1)) {
                purchase.accept(Math.min(ahead, horizon));
            }
        }
    }
}
