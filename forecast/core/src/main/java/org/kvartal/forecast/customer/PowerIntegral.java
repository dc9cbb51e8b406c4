package org.kvartal.forecast.customer;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * <pre>
 *   integral from y0 to y1 of (a+y)^-k (b+y)^-m dy        a, b, k, m above 0
 * </pre>
 *
 * by Gauss and Legendre with ten nodes on pieces within which the integrand falls to no less than about e^-3; pieces beyond a
 * fall to e^-45 are left out.
 */
final class PowerIntegral {
    private static final GaussIntegrator NODES = new GaussIntegratorFactory().legendre(10, 0, 1);
    private static final double FALL_OF_A_PIECE = 3;
    private static final double FALL_THAT_COUNTS = 45;

    private PowerIntegral() {}

    /** The logarithm of the integral; negative infinity if its ends are one. */
    static double log(double a, double k, double b, double m, double y0, double y1) {
        double start = -k * Math.log(a + y0) - m * Math.log(b + y0);
        double sum = 0;
        double y = y0;
        while (y < y1) {
            double fall = k * Math.log((a + y) / (a + y0)) + m * Math.log((b + y) / (b + y0));
            if (fall > FALL_THAT_COUNTS) {
                break;
            }
            double steepness = k / (a + y) + m / (b + y);
            double width = Math.min(y1 - y, FALL_OF_A_PIECE / steepness);
            double from = y;
            sum += width
                    * NODES.integrate(share -> {
                        double at = from + share * width;
                        return Math.exp(-k * Math.log((a + at) / (a + y0)) - m * Math.log((b + at) / (b + y0)));
                    });
            y += width;
        }
        return start + Math.log(sum);
    }
}
