package org.kvartal.forecast.survival;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/** Score tests of coefficients b + c g(t), c = 0, as {@link Proportionality} says. */
final class TimeSlopes {
    private final RealVector score;
    private final RealMatrix information;

    TimeSlopes(List<RiskStep> steps, double[] g, RealMatrix covariance) {
        int p = covariance.getRowDimension();
        double[] u = new double[p];
        double[][] crossed = new double[p][p];
        double[][] squared = new double[p][p];
        for (int t = 0; t < g.length; t++) {
            double[] surprise = steps.get(t).surprise();
            double[][] v = steps.get(t).covariance();
            for (int j = 0; j < p; j++) {
                u[j] += g[t] * surprise[j];
                for (int k = 0; k < p; k++) {
                    crossed[j][k] += g[t] * v[j][k];
                    squared[j][k] += g[t] * g[t] * v[j][k];
                }
            }
        }
        RealMatrix cross = new Array2DRowRealMatrix(crossed, false);
        RealMatrix own = new Array2DRowRealMatrix(squared, false);
        information = own.subtract(cross.multiply(covariance).multiply(cross));
        score = new Array2DRowRealMatrix(u).getColumnVector(0);
    }

    /** u' (I22 - I21 I11^-1 I12)^-1 u of some covariates; not a number where all end at one time. */
    double statistic(int[] covariates) {
        RealMatrix own = information.getSubMatrix(covariates, covariates);
        double[] u = Arrays.stream(covariates).mapToDouble(score::getEntry).toArray();
        RealVector vector = new Array2DRowRealMatrix(u).getColumnVector(0);
        DecompositionSolver solver = new LUDecomposition(own).getSolver();
        return solver.isNonSingular() ? vector.dotProduct(solver.solve(vector)) : Double.NaN;
    }
}
