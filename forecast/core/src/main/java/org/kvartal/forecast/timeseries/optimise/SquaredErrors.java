package org.kvartal.forecast.timeseries.optimise;

/** A sum of squares to minimise, whose slope and curvature cost little more than itself. */
@FunctionalInterface
public interface SquaredErrors {
    /**
     * The sum at a point, which the function must not change or keep; infinite or NaN where it is not admissible.
     *
     * @param slope receives half the derivatives of the sum, J'r for residuals r with derivatives J
     * @param curvature receives J'J, lower triangle
     */
    double at(double[] point, double[] slope, double[][] curvature);
}
