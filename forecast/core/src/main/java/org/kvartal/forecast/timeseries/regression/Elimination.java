package org.kvartal.forecast.timeseries.regression;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.forecast.timeseries.arima.ArimaErrors;

/**
 * Drops the weakest group of regressors as long as AICc falls.
 *
 * <pre>
 *   dropping j:  SSE += b[j]^2 / C[j,j],  b -= C[,j] b[j] / C[j,j],  C -= C[,j] C[j,] / C[j,j]
 *   AICc       = n log SSE + 2 k n / (n - k - 1)                 C = (X*'X*)^-1, k counts all estimated numbers
 * </pre>
 *
 * The errors keep their coefficients meanwhile. Sources: Hurvich and Tsai (1989), Regression and time series model
 * selection in small samples, Biometrika 76; Seber and Lee (2003), Linear Regression Analysis, 2nd ed., section 12.3.
 */
public final class Elimination {
    private final double n;
    private final List<int[]> kept;
    private Solution current;

    private Elimination(ArimaErrors errors, List<int[]> groups) {
        kept = new ArrayList<>(groups);
        current = Solution.of(errors);
        n = errors.degreesOfFreedom() + errors.errorCoefficients().length + (double) errors.coefficients().length;
    }

    /**
     * The groups worth keeping, in their order.
     *
     * @param groups places of columns that stay or go together
     */
    public static List<int[]> kept(ArimaErrors errors, List<int[]> groups) {
        Elimination elimination = new Elimination(errors, groups);
        boolean drops = errors.sigma2() > 0;
        while (drops && !elimination.kept.isEmpty()) {
            drops = elimination.dropsWeakest();
        }
        return elimination.kept;
    }

    private boolean dropsWeakest() {
        int weakest = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < kept.size(); i++) {
            double aicc = criterion(current.squaresWithout(kept.get(i)), current.unknowns - kept.get(i).length);
            if (aicc < lowest) {
                lowest = aicc;
                weakest = i;
            }
        }
        if (lowest >= criterion(current.squares, current.unknowns)) {
            return false;
        }
        current = current.without(kept.remove(weakest));
        return true;
    }

    private double criterion(double squares, double k) {
        double penalty = n - k - 1 > 0 ? 2 * k * n / (n - k - 1) : Double.MAX_VALUE;
        return n * Math.log(squares) + penalty;
    }

    /** A solution of the whitened problem. */
    private static final class Solution {
        private final double[] b;
        private final double[][] c;
        private double squares;
        private double unknowns;

        private Solution(double[] b, double[][] c, double squares, double unknowns) {
            this.b = b;
            this.c = c;
            this.squares = squares;
            this.unknowns = unknowns;
        }

        static Solution of(ArimaErrors errors) {
            double[] b = errors.coefficients();
            double[][] c = new double[b.length][b.length];
            for (int i = 0; i < b.length; i++) {
                for (int j = 0; j < b.length; j++) {
                    c[i][j] = errors.covariance(i, j) / errors.sigma2();
                }
            }
            double squares = errors.sigma2() * errors.degreesOfFreedom();
            return new Solution(b, c, squares, errors.errorCoefficients().length + b.length + 1.0);
        }

        /** The sum of squares without one column or two; more are dropped one after the other. */
        double squaresWithout(int[] group) {
            int i = group[0];
            if (group.length == 1) {
                return squares + b[i] * b[i] / c[i][i];
            }
            int j = group[1];
            if (group.length == 2) {
                double form = b[i] * b[i] * c[j][j] - 2 * b[i] * b[j] * c[i][j] + b[j] * b[j] * c[i][i];
                return squares + form / (c[i][i] * c[j][j] - c[i][j] * c[i][j]);
            }
            return without(group).squares;
        }

        Solution without(int[] group) {
            Solution next = new Solution(b.clone(), copy(c), squares, unknowns);
            for (int j : group) {
                next.drop(j);
            }
            return next;
        }

        private static double[][] copy(double[][] rows) {
            double[][] copy = new double[rows.length][];
            for (int i = 0; i < rows.length; i++) {
                copy[i] = rows[i].clone();
            }
            return copy;
        }

        private void drop(int j) {
            double own = c[j][j];
            double effect = b[j];
            squares += effect * effect / own;
            unknowns--;
            double[] column = new double[b.length];
            for (int i = 0; i < b.length; i++) {
                column[i] = c[i][j];
            }
            for (int i = 0; i < b.length; i++) {
                b[i] -= column[i] * effect / own;
                for (int l = 0; l < b.length; l++) {
                    c[i][l] -= column[i] * column[l] / own;
                }
            }
        }
    }
}
