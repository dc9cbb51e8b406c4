package org.kvartal.forecast.timeseries.regression;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.forecast.timeseries.arima.ArimaErrors;

/**
 * Drops the weakest regressor as long as AICc falls.
 *
 * <pre>
 *   dropping j:  SSE += b[j]^2 / C[j,j],  b -= C[,j] b[j] / C[j,j],  C -= C[,j] C[j,] / C[j,j]
 *   AICc       = n log SSE + 2 k n / (n - k - 1)                 C = (X*'X*)^-1, k counts all estimated numbers
 * </pre>
 *
 * The errors keep their coefficients meanwhile. Sources: Hurvich and Tsai (1989), Regression and time series model
 * selection in small samples, Biometrika 76; Seber and Lee (2003), Linear Regression Analysis, 2nd ed., section 12.3.
 */
final class Elimination {
    private final double[] b;
    private final double[][] c;
    private final List<Integer> kept = new ArrayList<>();
    private final double n;
    private double unknowns;
    private double squares;

    private Elimination(ArimaErrors errors, int columns) {
        b = errors.coefficients();
        c = new double[b.length][b.length];
        for (int i = 0; i < b.length; i++) {
            for (int j = 0; j < b.length; j++) {
                c[i][j] = errors.covariance(i, j) / errors.sigma2();
            }
        }
        for (int j = 0; j < columns; j++) {
            kept.add(j);
        }
        n = errors.degreesOfFreedom() + errors.errorCoefficients().length + (double) b.length;
        unknowns = n - errors.degreesOfFreedom() + 1;
        squares = errors.sigma2() * errors.degreesOfFreedom();
    }

    /** The places of the columns worth keeping among the first {@code columns}, ascending. */
    static List<Integer> kept(ArimaErrors errors, int columns) {
        if (!(errors.sigma2() > 0)) {
            return new Elimination(errors, columns).kept;
        }
        Elimination elimination = new Elimination(errors, columns);
        while (!elimination.kept.isEmpty() && elimination.dropsWeakest()) {
            // Each drop changes what the rest is worth.
        }
        return elimination.kept;
    }

    private boolean dropsWeakest() {
        int weakest = kept.get(0);
        for (int j : kept) {
            if (rise(j) < rise(weakest)) {
                weakest = j;
            }
        }
        double without = n * Math.log(squares + rise(weakest)) + penalty(unknowns - 1);
        if (without >= n * Math.log(squares) + penalty(unknowns)) {
            return false;
        }
        drop(weakest);
        return true;
    }

    private double rise(int j) {
        return b[j] * b[j] / c[j][j];
    }

    private double penalty(double k) {
        return n - k - 1 > 0 ? 2 * k * n / (n - k - 1) : Double.POSITIVE_INFINITY;
    }

    private void drop(int j) {
        squares += rise(j);
        unknowns--;
        double[] column = new double[b.length];
        for (int i = 0; i < b.length; i++) {
            column[i] = c[i][j];
        }
        double own = c[j][j];
        double effect = b[j];
        for (int i = 0; i < b.length; i++) {
            b[i] -= column[i] * effect / own;
            for (int l = 0; l < b.length; l++) {
                c[i][l] -= column[i] * column[l] / own;
            }
        }
        kept.remove(Integer.valueOf(j));
    }
}
