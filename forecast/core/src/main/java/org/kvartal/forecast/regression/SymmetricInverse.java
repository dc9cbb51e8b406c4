package org.kvartal.forecast.regression;

/** Inverse of a symmetric positive definite matrix by Cholesky factors, on lower triangles. */
final class SymmetricInverse {
    private static final double JITTER = 1e-10;

    private SymmetricInverse() {}

    /** The lower triangle of the inverse; the argument is overwritten by its factor. */
    static double[][] of(double[][] matrix) {
        factorise(matrix);
        invertFactor(matrix);
        return squared(matrix);
    }

    private static void factorise(double[][] a) {
        for (int i = 0; i < a.length; i++) {
            double[] row = a[i];
            for (int j = 0; j < i; j++) {
                double[] other = a[j];
                double sum = row[j];
                for (int k = 0; k < j; k++) {
                    sum -= row[k] * other[k];
                }
                row[j] = sum / other[j];
            }
            double diagonal = row[i];
            for (int k = 0; k < i; k++) {
                diagonal -= row[k] * row[k];
            }
            row[i] = Math.sqrt(Math.max(JITTER, diagonal));
        }
    }

    /** Overwrites a lower triangular factor by its inverse. */
    private static void invertFactor(double[][] l) {
        for (int i = 0; i < l.length; i++) {
            double[] row = l[i];
            double[] inverse = new double[i + 1];
            for (int k = 0; k < i; k++) {
                double factor = row[k];
                if (factor != 0) {
                    double[] done = l[k];
                    for (int j = 0; j <= k; j++) {
                        inverse[j] -= factor * done[j];
                    }
                }
            }
            for (int j = 0; j < i; j++) {
                inverse[j] /= row[i];
            }
            inverse[i] = 1 / row[i];
            l[i] = inverse;
        }
    }

    /** L' L of a lower triangular matrix. */
    private static double[][] squared(double[][] l) {
        int n = l.length;
        double[][] result = new double[n][];
        for (int i = 0; i < n; i++) {
            result[i] = new double[i + 1];
        }
        for (double[] row : l) {
            for (int i = 0; i < row.length; i++) {
                double factor = row[i];
                double[] target = result[i];
                for (int j = 0; j <= i; j++) {
                    target[j] += factor * row[j];
                }
            }
        }
        return result;
    }
}
