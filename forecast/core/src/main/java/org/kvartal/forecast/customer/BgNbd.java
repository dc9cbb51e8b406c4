package org.kvartal.forecast.customer;

import java.util.List;
import java.util.function.DoubleConsumer;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * BG/NBD: after each purchase the customer stops with probability p.
 *
 * <pre>
 *   purchases come at rate lambda ~ gamma(r, alpha);    p ~ beta(a, b)
 *   L = G(r+x) alpha^r / G(r)  [ B(a, b+x) / B(a, b) (alpha+T)^-(r+x)
 *                                + 1{x>0} B(a+1, b+x-1) / B(a, b) (alpha+t_x)^-(r+x) ]                        (6)
 *   P(alive) = 1 / (1 + 1{x>0} a / (b+x-1) ((alpha+T) / (alpha+t_x))^(r+x))
 *   E[X(t)]  = P(alive) integral over p ~ beta(a, b+x) of (1 - (1 + p t / (alpha+T))^-(r+x)) / p
 * </pre>
 *
 * G, B: gamma and beta function. The integral is the hypergeometric form (10) of the source, without its pole at a = 1. A
 * customer without repeats has P(alive) = 1: only a purchase can be the last one. Source: Fader, Hardie and Lee (2005),
 * "Counting your customers" the easy way, Marketing Science 24, equations 6 and 10.
 *
 * @param r shape of the rates, above 0
 * @param alpha scale of the rates, in units of time
 * @param a with b: shapes of the probability of stopping
 */
public record BgNbd(double r, double alpha, double a, double b) implements RepeatPurchaseModel {
    @Override
    public String name() {
        return "bgnbd";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("r", r), new Parameter("alpha", alpha), new Parameter("a", a), new Parameter("b", b));
    }

    @Override
    public double logLikelihood(PurchaseHistory history) {
        int x = history.repeats();
        double alive = Beta.logBeta(a, b + x) - (r + x) * Math.log(alpha + history.age());
        double ends = x == 0
                ? alive
                : Logs.sum(alive, Beta.logBeta(a + 1, b + x - 1) - (r + x) * Math.log(alpha + history.recency()));
        return Gamma.logGamma(r + x) - Gamma.logGamma(r) + r * Math.log(alpha) - Beta.logBeta(a, b) + ends;
    }

    @Override
    public double probabilityAlive(PurchaseHistory history) {
        int x = history.repeats();
        if (x == 0) {
            return 1;
        }
        double odds =
                Math.log(a / (b + x - 1)) + (r + x) * Math.log((alpha + history.age()) / (alpha + history.recency()));
        return 1 / (1 + Math.exp(odds));
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, double horizon) {
        int x = history.repeats();
        double reach = horizon / (alpha + history.age());
        double whileAlive = BetaMean.of(a, b + x, p -> -Math.expm1(-(r + x) * Math.log1p(p * reach)) / p);
        return probabilityAlive(history) * whileAlive;
    }

    @Override
    public BgNbd with(double[] values) {
        return new BgNbd(values[0], values[1], values[2], values[3]);
    }

    /** Given alive: lambda ~ gamma(r+x, alpha+T), p ~ beta(a, b+x). */
    @Override
    public void live(PurchaseHistory history, double horizon, RandomGenerator random, DoubleConsumer purchase) {
        double rate = Gammas.draw(random, r + history.repeats(), alpha + history.age());
        double stops = Gammas.beta(random, a, b + history.repeats());
        double time = Gammas.waiting(random, rate);
        while (time <= horizon) {
            purchase.accept(time);
            if (random.nextDouble() < stops) {
                return;
            }
            time += Gammas.waiting(random, rate);
        }
    }
}
