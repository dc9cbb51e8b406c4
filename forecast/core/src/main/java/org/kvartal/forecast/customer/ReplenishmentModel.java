package org.kvartal.forecast.customer;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;

/**
 * When a customer buys a product again: log-normal gaps, a usual length of each customer's own, and an end unseen.
 *
 * <pre>
 *   after each purchase the customer stops with probability pi: firstStop after the first one, laterStop after others
 *   else the gap is D = usual (quantity / usual quantity)^theta e^(sigma e1),  usual = typicalDays e^(tau e2)
 *   e1, e2 ~ N(0, 1);  y: ln of past gaps without their quantities, n of them, u: days since the last purchase
 *   ln usual | y ~ N((sum y / sigma^2 + ln typicalDays / tau^2) v, v)      v = 1 / (n / sigma^2 + 1 / tau^2)
 *   S(d)      = P(D &gt; d),  ln D ~ N(E[ln usual | y] + theta ln(quantity / usual quantity), sigma^2 + v)
 *   P(active) = (1 - pi) S(u) / (pi + (1 - pi) S(u))
 *   P(D &gt; u + h | D &gt; u) = S(u + h) / S(u)                                the date of one who is active
 * </pre>
 *
 * The fewer gaps a customer has, the more his usual one is that of the product; of a single purchase nothing else is known.
 * Seasons and campaigns are not looked at. The normal mean of a mean is empirical Bayes as in Efron and Morris (1975), Data
 * analysis using Stein's estimator, JASA 70; the share that stopped is the cure fraction of Boag (1949), JRSS B 11.
 *
 * @param typicalDays median over customers of the usual gap, in days
 * @param between tau, of usual gaps among customers, on the logarithm
 * @param within sigma, of the gaps of one customer, on the logarithm
 * @param quantityPower theta: 1 if twice as much lasts twice as long, 0 if quantity says nothing
 */
public record ReplenishmentModel(
        double typicalDays,
        double between,
        double within,
        double firstStop,
        double laterStop,
        double quantityPower,
        int customers) {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    private static final double LEAST_SURVIVAL = 1e-15;

    /** When one customer buys next, as far as is known. */
    public NextPurchase next(ReplenishmentHistory history) {
        int gaps = history.gaps().size();
        double precision = gaps / (within * within) + 1 / (between * between);
        double own = gaps == 0 ? 0 : gaps * history.meanLogGap(quantityPower) / (within * within);
        double usual = (own + Math.log(typicalDays) / (between * between)) / precision;
        double center = usual + quantityPower * history.logQuantity(gaps);
        double spread = Math.sqrt(within * within + 1 / precision);
        double survival = survival(history.running(), center, spread);
        double stop = gaps == 0 ? firstStop : laterStop;
        return new NextPurchase(
                Math.exp(usual),
                center,
                spread,
                history.running(),
                (1 - stop) * survival / (stop + (1 - stop) * survival));
    }

    /** P(D &gt; days) of ln D ~ N(center, spread^2). */
    static double survival(double days, double center, double spread) {
        return days <= 0 ? 1 : Erf.erfc((Math.log(days) - center) / spread / Math.sqrt(2)) / 2;
    }

    /** The days that D exceeds with a probability, which may be small. */
    static double exceeded(double probability, double center, double spread) {
        return Math.exp(center - spread * NORMAL.inverseCumulativeProbability(Math.max(LEAST_SURVIVAL, probability)));
    }
}
