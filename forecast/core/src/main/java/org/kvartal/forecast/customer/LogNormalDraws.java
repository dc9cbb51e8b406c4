package org.kvartal.forecast.customer;

import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.NonSymmetricMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Parameters as sure as the data leave them: their logarithms are normal around the maximum of the likelihood, with the
 * inverse of its curvature as covariance.
 */
public final class LogNormalDraws {
    /** Standard deviation of a logarithm: beyond it the likelihood is a ridge, on which the normal is no approximation. */
    private static final double RIDGE = 2;

    private final double[] parameters;
    private final double[][] root;

    private LogNormalDraws(double[] parameters, double[][] root) {
        this.parameters = parameters;
        this.root = root;
    }

    /** @param covariance of the logarithms */
    static LogNormalDraws of(double[] parameters, RealMatrix covariance) {
        for (int i = 0; i < parameters.length; i++) {
            if (!(covariance.getEntry(i, i) <= RIDGE * RIDGE)) {
                return new LogNormalDraws(parameters, new double[0][]);
            }
        }
        try {
            return new LogNormalDraws(
                    parameters,
                    new CholeskyDecomposition(covariance, 1e-6, 0).getL().getData());
        } catch (NonPositiveDefiniteMatrixException | NonSymmetricMatrixException e) {
            return new LogNormalDraws(parameters, new double[0][]);
        }
    }

    /** Whether the likelihood has a peak; on a ridge every draw is the maximum itself. */
    public boolean isKnown() {
        return root.length > 0;
    }

    double[] draw(RandomGenerator random) {
        double[] drawn = parameters.clone();
        double[] normal = new double[root.length];
        for (int i = 0; i < root.length; i++) {
            normal[i] = random.nextGaussian();
            double shift = 0;
            for (int j = 0; j <= i; j++) {
                shift += root[i][j] * normal[j];
            }
            drawn[i] *= Math.exp(shift);
        }
        return drawn;
    }
}
