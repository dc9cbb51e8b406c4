package org.kvartal.forecast.timeseries.hierarchy;

/**
 * A system solved by its triangular factor, <code>M = L L'</code>: the factor costs size^3 / 3 operations, each right side
 * 2 size^2.
 */
final class Cholesky implements LinearSystem {
    private static final double SMALLEST_PIVOT = 1e-14;

    private final double[][] factor;

    private Cholesky(double[][] factor) {
        this.factor = factor;
    }

    static Cholesky of(Matrix matrix) {
        double[][] rows = matrix.rows();
        int n = rows.length;
        for (int i = 0; i < n; i++) {
            double diagonal = rows[i][i];
            for (int j = 0; j <= i; j++) {
                double sum = rows[i][j];
                double[] left = rows[i];
                double[] right = rows[j];
                for (int k = 0; k < j; k++) {
                    sum -= left[k] * right[k];
                }
                // A pivot lost to rounding belongs to a row that says what the rows above it say.
                rows[i][j] = j < i ? sum / rows[j][j] : Math.sqrt(Math.max(sum, SMALLEST_PIVOT * diagonal));
            }
        }
        return new Cholesky(rows);
    }

    @Override
    public double[] solve(double[] right) {
        int n = factor.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            double[] row = factor[i];
            double sum = x[i];
            for (int k = 0; k < i; k++) {
                sum -= row[k] * x[k];
            }
            x[i] = sum / row[i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double[] row = factor[i];
            double value = x[i] / row[i];
            x[i] = value;
            for (int k = 0; k < i; k++) {
                x[k] -= value * row[k];
            }
        }
        return x;
    }
}
