package org.kvartal.forecast.regression;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Coefficients of a linear regression with errors that do not suppose equal variances.
 *
 * <pre>
 *   HC1      n / (n - k) B (sum x x' e^2) B                            B = (X'X)^-1
 *   cluster  G / (G - 1) (n - 1) / (n - k) B (sum over g of u[g] u[g]') B     u[g] = sum of x e in cluster g
 * </pre>
 *
 * Source: MacKinnon and White (1985), Journal of Econometrics 29 (HC1); Liang and Zeger (1986), Biometrika 73 (cluster).
 */
public final class LinearFit {
    private static final double TAIL = 0.975;

    private final List<String> names;
    private final double[] coefficients;
    private final RealMatrix covariance;
    private final double degreesOfFreedom;
    private final double[] residuals;

    LinearFit(
            List<String> names,
            double[] coefficients,
            RealMatrix covariance,
            double degreesOfFreedom,
            double[] residuals) {
        this.names = List.copyOf(names);
        this.coefficients = coefficients;
        this.covariance = covariance;
        this.degreesOfFreedom = degreesOfFreedom;
        this.residuals = residuals;
    }

    public List<String> names() {
        return names;
    }

    public double coefficient(String name) {
        return coefficients[place(name)];
    }

    public double standardError(String name) {
        return Math.sqrt(covariance(name, name));
    }

    public double covariance(String one, String other) {
        return covariance.getEntry(place(one), place(other));
    }

    /** Half the width of the 95 % interval. */
    public double margin(String name) {
        return new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(TAIL) * standardError(name);
    }

    /** n - k, or with clusters their number less 1. */
    public double degreesOfFreedom() {
        return degreesOfFreedom;
    }

    /** A copy of the residuals, in the order of the rows. */
    public double[] residuals() {
        return residuals.clone();
    }

    private int place(String name) {
        int place = names.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("Cannot find coefficient %s among %s".formatted(name, names));
        }
        return place;
    }
}
