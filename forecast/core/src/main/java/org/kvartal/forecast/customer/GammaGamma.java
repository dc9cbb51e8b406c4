package org.kvartal.forecast.customer;

import java.util.List;
import org.apache.commons.math3.special.Gamma;

/**
 * Gamma-gamma: how much a customer spends a time, whatever the number of times.
 *
 * <pre>
 *   spend ~ gamma(p, nu),  nu ~ gamma(q, gamma)          m: mean spend of the customer over x purchases
 *   L = G(p x + q) / (G(p x) G(q)) gamma^q m^(p x - 1) x^(p x) / (gamma + m x)^(p x + q)
 *   E[M] = p (gamma + m x) / (p x + q - 1)               of a customer without purchases: p gamma / (q - 1)
 * </pre>
 *
 * Holds only where spend does not depend on how often one buys; look at their correlation first. With q at or below 1 the
 * mean of all customers is infinite. Source: Fader and Hardie (2013), The gamma-gamma model of monetary value, note 25,
 * equations 1a and 5.
 */
public record GammaGamma(double p, double q, double gamma) {
    public List<RepeatPurchaseModel.Parameter> parameters() {
        return List.of(
                new RepeatPurchaseModel.Parameter("p", p),
                new RepeatPurchaseModel.Parameter("q", q),
                new RepeatPurchaseModel.Parameter("gamma", gamma));
    }

    /** @param meanSpend above 0, over {@code purchases}, at least 1 */
    public double logLikelihood(int purchases, double meanSpend) {
        double px = p * purchases;
        return Gamma.logGamma(px + q)
                - Gamma.logGamma(px)
                - Gamma.logGamma(q)
                + q * Math.log(gamma)
                + (px - 1) * Math.log(meanSpend)
                + px * Math.log(purchases)
                - (px + q) * Math.log(gamma + meanSpend * purchases);
    }

    /** The spend expected of each further purchase; {@code meanSpend} is not looked at without purchases. */
    public double expectedSpend(int purchases, double meanSpend) {
        if (purchases == 0 && q <= 1) {
            return Double.POSITIVE_INFINITY;
        }
        double spent = purchases == 0 ? 0 : meanSpend * purchases;
        return p * (gamma + spent) / (p * purchases + q - 1);
    }
}
