package org.kvartal.forecast.customer;

import java.util.List;
import java.util.function.DoubleConsumer;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.special.Gamma;

/**
 * Pareto/NBD: the customer may stop at any time.
 *
 * <pre>
 *   purchases come at rate lambda ~ gamma(r, alpha);  the end comes at rate mu ~ gamma(s, beta)
 *   L = G(r+x) alpha^r beta^s / G(r)  [ alive + ended ]
 *   alive = (alpha+T)^-(r+x) (beta+T)^-s
 *   ended = s integral from t_x to T of (alpha+y)^-(r+x) (beta+y)^-(s+1) dy
 *   P(alive) = alive / (alive + ended)
 *   E[X(t)]  = P(alive) (r+x) (beta+T) / ((alpha+T) (s-1)) (1 - ((beta+T) / (beta+T+t))^(s-1))
 * </pre>
 *
 * The integral is summed numerically; as a difference of two hypergeometric functions, the usual form, it loses its digits
 * when t_x is near T. At s = 1 the last factor is its limit. Source: Schmittlein, Morrison and Colombo (1987), Counting your
 * customers: who are they and what will they do next?, Management Science 33; in this form Fader and Hardie (2005), A note
 * on deriving the Pareto/NBD model, equations 14 to 41.
 *
 * @param alpha with r: shape and scale of the rates of buying; scale in units of time
 * @param beta with s: shape and scale of the rates of stopping
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements RepeatPurchaseModel {
    @Override
    public String name() {
        return "paretonbd";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("r", r),
                new Parameter("alpha", alpha),
                new Parameter("s", s),
                new Parameter("beta", beta));
    }

    @Override
    public double logLikelihood(PurchaseHistory history) {
        int x = history.repeats();
        return Gamma.logGamma(r + x)
                - Gamma.logGamma(r)
                + r * Math.log(alpha)
                + s * Math.log(beta)
                + Logs.sum(logAlive(history), logEnded(history));
    }

    @Override
    public double probabilityAlive(PurchaseHistory history) {
        return 1 / (1 + Math.exp(logEnded(history) - logAlive(history)));
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, double horizon) {
        double end = beta + history.age();
        double log = Math.log(end / (end + horizon));
        double share = Math.abs(s - 1) < 1e-9 ? -log : -Math.expm1((s - 1) * log) / (s - 1);
        double rate = (r + history.repeats()) / (alpha + history.age());
        return probabilityAlive(history) * rate * end * share;
    }

    private double logAlive(PurchaseHistory history) {
        double age = history.age();
        return -(r + history.repeats()) * Math.log(alpha + age) - s * Math.log(beta + age);
    }

    private double logEnded(PurchaseHistory history) {
        return Math.log(s)
                + PowerIntegral.log(alpha, r + history.repeats(), beta, s + 1, history.recency(), history.age());
    }

    @Override
    public ParetoNbd with(double[] values) {
        return new ParetoNbd(values[0], values[1], values[2], values[3]);
    }

    /** Given alive: lambda ~ gamma(r+x, alpha+T), mu ~ gamma(s, beta+T). */
    @Override
    public void live(PurchaseHistory history, double horizon, RandomGenerator random, DoubleConsumer purchase) {
        double rate = Gammas.draw(random, r + history.repeats(), alpha + history.age());
        double ending = Gammas.draw(random, s, beta + history.age());
        double end = Math.min(horizon, Gammas.waiting(random, ending));
        for (double time = Gammas.waiting(random, rate); time <= end; time += Gammas.waiting(random, rate)) {
            purchase.accept(time);
        }
    }
}
