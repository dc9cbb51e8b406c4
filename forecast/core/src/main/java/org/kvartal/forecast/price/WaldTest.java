package org.kvartal.forecast.price;

import java.util.List;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.kvartal.forecast.regression.LinearFit;

/** Wald's test that some coefficients are all 0: W = b' V^-1 b, and W / m near F(m, degrees of freedom). */
final class WaldTest {
    private WaldTest() {}

    static double of(LinearFit fit, List<String> names) {
        int m = names.size();
        RealMatrix covariance = new Array2DRowRealMatrix(m, m);
        RealVector b = new ArrayRealVector(m);
        for (int i = 0; i < m; i++) {
            b.setEntry(i, fit.coefficient(names.get(i)));
            for (int j = 0; j < m; j++) {
                covariance.setEntry(i, j, fit.covariance(names.get(i), names.get(j)));
            }
        }
        return b.dotProduct(
                new LUDecomposition(covariance, Double.MIN_NORMAL).getSolver().solve(b));
    }

    static double p(double wald, int m, double degreesOfFreedom) {
        return 1 - new FDistribution(null, m, degreesOfFreedom).cumulativeProbability(wald / m);
    }
}
