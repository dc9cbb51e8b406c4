package org.kvartal.forecast.anomaly;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * A count: Poisson, or negative binomial when it varies more.
 * <pre>
 *   dispersion = variance / mean
 *   dispersion = 1    P(X &lt;= x) = Q(x + 1, mean)                          incomplete gamma
 *   dispersion &gt; 1    P(X &lt;= x) = I(1 / dispersion; r, x + 1)             incomplete beta, r = mean / (dispersion - 1)
 * </pre>
 * Source: Johnson, Kemp and Kotz, Univariate Discrete Distributions, 3rd ed., sections 4.3 and 5.2.
 *
 * @param mean expected count
 * @param dispersion variance over mean, at least 1
 */
public record CountExpectation(double mean, double dispersion) implements Expectation {
    private static final double POISSON = 1 + 1e-4;

    public CountExpectation {
        if (!(mean >= 0) || !(dispersion >= 1)) {
            throw new IllegalArgumentException(
                    "Invalid expectation of a count: mean %s, dispersion %s".formatted(mean, dispersion));
        }
    }

    @Override
    public Tail tail(double actual) {
        double count = Math.rint(actual);
        return new Tail(1 - atLeast(count), atLeast(count + 1));
    }

    /** P(X = 0). */
    double nothing() {
        return Math.exp(dispersion < POISSON ? -mean : -mean / (dispersion - 1) * Math.log(dispersion));
    }

    /** P(X = x) / P(X = x - 1). */
    double ratio(int x) {
        return dispersion < POISSON ? mean / x : (x - 1 + mean / (dispersion - 1)) / x * (1 - 1 / dispersion);
    }

    /** P(X >= x). */
    private double atLeast(double x) {
        if (x <= 0) {
            return 1;
        }
        if (mean == 0) {
            return 0;
        }
        return dispersion < POISSON
                ? Gamma.regularizedGammaP(x, mean)
                : Beta.regularizedBeta(1 - 1 / dispersion, x, mean / (dispersion - 1));
    }

    @Override
    public double quantile(double probability) {
        double low = -1;
        double high = 1;
        while (1 - atLeast(high + 1) < probability) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            double middle = Math.floor((low + high) / 2);
            if (1 - atLeast(middle + 1) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
