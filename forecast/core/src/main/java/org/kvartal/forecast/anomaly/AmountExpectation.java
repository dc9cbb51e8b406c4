package org.kvartal.forecast.anomaly;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The sum of the amounts of a count of deals.
 * <pre>
 *   P(S &lt;= s) = P(N = 0) + sum over n of P(N = n) P(S[n] &lt;= s)             N the count
 *   S[n]      = log-normal, mean n m, variance n (q - m^2)                 m mean amount, q mean squared amount
 * </pre>
 * Amounts in the project's currency, each positive. From 50 deals expected one log-normal of the mean and variance of the
 * whole sum is as good. Compound sums: Klugman, Panjer and Willmot, Loss Models, 4th ed., chapter 9; sums of log-normals
 * by matched moments: Fenton (1960), IRE Transactions on Communications Systems 8.
 *
 * @param count expected count and its dispersion
 * @param meanAmount m
 * @param meanSquare q, at least the square of m
 */
public record AmountExpectation(CountExpectation count, double meanAmount, double meanSquare) implements Expectation {
    private static final double MANY = 50;
    private static final double LEAST_SPREAD = 1e-6;
    private static final double NEGLIGIBLE = 1e-9;
    private static final int HALVINGS = 50;
    private static final NormalDistribution NORMAL = new NormalDistribution();

    @Override
    public double mean() {
        return count.mean() * meanAmount;
    }

    @Override
    public Tail tail(double actual) {
        double nothing = count.nothing();
        if (actual <= 0 || mean() <= 0) {
            return new Tail(actual <= 0 ? 0 : 1, actual <= 0 ? 1 - nothing : 0);
        }
        if (count.mean() >= MANY) {
            double z = standardised(count.mean(), actual, spread() + count.dispersion());
            return new Tail(NORMAL.cumulativeProbability(z), NORMAL.cumulativeProbability(-z));
        }
        double below = nothing;
        double above = 0;
        double probability = nothing;
        for (int n = 1; n <= count.mean() || probability > NEGLIGIBLE; n++) {
            probability *= count.ratio(n);
            double z = standardised(n, actual, spread());
            below += probability * NORMAL.cumulativeProbability(z);
            above += probability * NORMAL.cumulativeProbability(-z);
        }
        return new Tail(Math.min(1, below), above);
    }

    /** Squared coefficient of variation of one amount. */
    private double spread() {
        return Math.max(LEAST_SPREAD, meanSquare / (meanAmount * meanAmount) - 1);
    }

    /** @param relative n times the squared coefficient of variation of the sum */
    private double standardised(double n, double sum, double relative) {
        double variance = Math.log1p(relative / n);
        return (Math.log(sum / (n * meanAmount)) + variance / 2) / Math.sqrt(variance);
    }

    @Override
    public double quantile(double probability) {
        double low = 0;
        double high = Math.max(1, 2 * mean());
        if (count.nothing() >= probability) {
            return 0;
        }
        while (tail(high).below() < probability) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (tail(middle).below() < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
