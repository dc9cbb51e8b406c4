package org.kvartal.forecast.customer;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Beta;

/**
 * The mean of a function of p ~ beta(a, b), by the double-exponential rule.
 *
 * <pre>
 *   p = 1 / (1 + exp(-pi sinh u)),  1 - p = 1 / (1 + exp(pi sinh u)),  dp = pi cosh u p (1-p) du
 *   integral over p of f(p) p^(a-1) (1-p)^(b-1) / B(a, b)  =  sum over u of step f(p) p^a (1-p)^b pi cosh u / B(a, b)
 * </pre>
 *
 * Source: Takahasi and Mori (1974), Double exponential formulas for numerical integration, Publ. RIMS 9. It bears the
 * poles of the density at 0 and 1.
 */
final class BetaMean {
    private static final double STEP = 1.0 / 16;
    private static final int NODES = 96;
    private static final double NEGLIGIBLE = -60;

    private BetaMean() {}

    static double of(double a, double b, DoubleUnaryOperator function) {
        double scale = Beta.logBeta(a, b);
        double sum = 0;
        for (int i = -NODES; i <= NODES; i++) {
            double u = i * STEP;
            double logit = Math.PI * Math.sinh(u);
            double logP = -softplus(-logit);
            double logRest = -softplus(logit);
            double log = a * logP + b * logRest - scale;
            if (log > NEGLIGIBLE) {
                sum += Math.exp(log) * Math.PI * Math.cosh(u) * function.applyAsDouble(Math.exp(logP));
            }
        }
        return sum * STEP;
    }

    /** ln(1 + e^z). */
    private static double softplus(double z) {
        return z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
    }
}
