package org.kvartal.forecast.effect.inference;

import java.util.Arrays;

/**
 * Linear equations with a symmetric matrix that is positive definite but for columns that the columns before them already
 * tell. Such columns are dropped: their unknown is 0.
 * <pre>
 *   A = L L'      A x = b
 * </pre>
 * A column is dropped when less than a share of 1e-9 of its diagonal is its own. Source: Golub and Van Loan, Matrix
 * Computations, 4th ed., section 4.2.
 */
public final class PositiveSystem {
    private static final double LEAST_OWN_SHARE = 1e-9;

    private final double[][] factor;
    private final boolean[] dropped;

    private PositiveSystem(double[][] factor, boolean[] dropped) {
        this.factor = factor;
        this.dropped = dropped;
    }

    /** @param matrix its lower triangle is used; it is not changed */
    public static PositiveSystem of(double[][] matrix) {
        double[] diagonal = new double[matrix.length];
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] = matrix[i][i];
        }
        return of(matrix, diagonal);
    }

    /**
     * The same for a matrix from which other columns have already been taken out.
     *
     * @param diagonal before that: what is left of a column may be nothing but rounding
     */
    public static PositiveSystem of(double[][] matrix, double[] diagonal) {
        int n = matrix.length;
        double[][] l = new double[n][];
        boolean[] dropped = new boolean[n];
        for (int i = 0; i < n; i++) {
            l[i] = Arrays.copyOf(matrix[i], i + 1);
            double[] row = l[i];
            double own = row[i];
            for (int j = 0; j < i; j++) {
                row[j] = dropped[j] ? 0 : (row[j] - dot(row, l[j], j)) / l[j][j];
                own -= row[j] * row[j];
            }
            dropped[i] = !(own > LEAST_OWN_SHARE * diagonal[i]);
            row[i] = dropped[i] ? 0 : Math.sqrt(own);
            if (dropped[i]) {
                Arrays.fill(row, 0);
            }
        }
        return new PositiveSystem(l, dropped);
    }

    private static double dot(double[] a, double[] b, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    public int size() {
        return factor.length;
    }

    public boolean isDropped(int column) {
        return dropped[column];
    }

    /** How many columns are not dropped. */
    public int rank() {
        int rank = 0;
        for (boolean one : dropped) {
            rank += one ? 0 : 1;
        }
        return rank;
    }

    /** x of A x = b; b is not changed. */
    public double[] solve(double[] b) {
        int n = factor.length;
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = dropped[i] ? 0 : (b[i] - dot(factor[i], x, i)) / factor[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            if (!dropped[i]) {
                x[i] /= factor[i][i];
                for (int k = 0; k < i; k++) {
                    x[k] -= factor[i][k] * x[i];
                }
            }
        }
        return x;
    }

    /** b' A^-1 b. */
    public double quadratic(double[] b) {
        return dot(b, solve(b), b.length);
    }

    public double[][] inverse() {
        double[][] inverse = new double[factor.length][];
        for (int i = 0; i < factor.length; i++) {
            double[] unit = new double[factor.length];
            unit[i] = dropped[i] ? 0 : 1;
            inverse[i] = solve(unit);
        }
        return inverse;
    }
}
