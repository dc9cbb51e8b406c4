package org.kvartal.forecast.customer;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * The mean of a function of p ~ beta(a, b), by the double-exponential rule.
 *
 * <pre>
 *   p = 1 / (1 + e^-z),  z = m + w sinh u,  m = ln(a / b),  w = min(pi, 1.5 sd(z)),  dp = w cosh u p (1-p) du
 *   integral over p of f(p) p^(a-1) (1-p)^(b-1) / B(a, b)  =  sum over u of step f(p) p^a (1-p)^b w cosh u / B(a, b)
 *   P(p &lt; e^-L) = e^(-a L) / (a B(a, b))                                          beyond the first node, likewise the last
 * </pre>
 *
 * z has the variance psi'(a) + psi'(b): of large shapes the peak is narrow, and the nodes crowd around it; of small ones much
 * of the mass lies beyond all nodes. Source: Takahasi and Mori (1974), Double exponential formulas for numerical integration,
 * Publ. RIMS 9. It bears the poles of the density at 0 and 1.
 */
final class BetaMean {
    private static final double STEP = 1.0 / 16;
    private static final int NODES = 96;
    private static final double NEGLIGIBLE = -60;
    private static final double NODES_A_DEVIATION = 1.5;

    private BetaMean() {}

    static double of(double a, double b, DoubleUnaryOperator function) {
        double scale = Beta.logBeta(a, b);
        double center = Math.log(a / b);
        double width = Math.min(Math.PI, NODES_A_DEVIATION * Math.sqrt(Gamma.trigamma(a) + Gamma.trigamma(b)));
        double sum = 0;
        for (int i = -NODES; i <= NODES; i++) {
            double u = i * STEP;
            double logit = center + width * Math.sinh(u);
            double logP = -softplus(-logit);
            double log = a * logP - b * softplus(logit) - scale;
            if (log > NEGLIGIBLE) {
                sum += Math.exp(log) * width * Math.cosh(u) * function.applyAsDouble(Math.exp(logP));
            }
        }
        double farthest = width * Math.sinh(NODES * STEP);
        return sum * STEP
                + tail(a, farthest - center, scale) * function.applyAsDouble(Math.exp(center - farthest))
                + tail(b, farthest + center, scale) * function.applyAsDouble(1);
    }

    /** The probability beyond the last node on one side. */
    private static double tail(double shape, double farthest, double scale) {
        return Math.exp(-shape * farthest - Math.log(shape) - scale);
    }

    /** ln(1 + e^z). */
    private static double softplus(double z) {
        return z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
    }
}
