package org.kvartal.forecast.anomaly;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * How many of a number of trials succeed: binomial, or beta-binomial when the rate itself varies.
 * <pre>
 *   mean = n rate,   variance = n rate (1 - rate) (1 + (n - 1) correlation)
 *   P(X = x) = C(n, x) B(x + a, n - x + b) / B(a, b),   a = rate s, b = (1 - rate) s, s = 1 / correlation - 1
 * </pre>
 * Source: Johnson, Kemp and Kotz, Univariate Discrete Distributions, 3rd ed., sections 3.2 and 6.2.2.
 *
 * @param trials n
 * @param rate expected share, from 0 to 1
 * @param correlation of two trials of one period, from 0 (binomial) to below 1
 */
public record ShareExpectation(long trials, double rate, double correlation) implements Expectation {
    private static final double BINOMIAL = 1e-9;

    public ShareExpectation {
        if (trials < 0 || !(rate >= 0 && rate <= 1) || !(correlation >= 0 && correlation < 1)) {
            throw new IllegalArgumentException("Invalid expectation of a share: %s of %d trials, correlation %s"
                    .formatted(rate, trials, correlation));
        }
    }

    @Override
    public double mean() {
        return trials * rate;
    }

    @Override
    public Tail tail(double actual) {
        long count = Math.round(actual);
        double below = 0;
        double above = 0;
        for (long x = 0; x <= trials; x++) {
            if (x < count) {
                below += probability(x);
            } else if (x > count) {
                above += probability(x);
            }
        }
        return new Tail(Math.min(1, below), Math.min(1, above));
    }

    @Override
    public double quantile(double probability) {
        double sum = 0;
        for (long x = 0; x < trials; x++) {
            sum += probability(x);
            if (sum >= probability) {
                return x;
            }
        }
        return trials;
    }

    private double probability(long x) {
        if (rate == 0 || rate == 1) {
            return x == (rate == 0 ? 0 : trials) ? 1 : 0;
        }
        double choices = Gamma.logGamma(trials + 1.0) - Gamma.logGamma(x + 1.0) - Gamma.logGamma(trials - x + 1.0);
        if (correlation < BINOMIAL) {
            return Math.exp(choices + x * Math.log(rate) + (trials - x) * Math.log1p(-rate));
        }
        double weight = 1 / correlation - 1;
        double a = rate * weight;
        double b = weight - a;
        return Math.exp(choices + Beta.logBeta(x + a, trials - x + b) - Beta.logBeta(a, b));
    }
}
