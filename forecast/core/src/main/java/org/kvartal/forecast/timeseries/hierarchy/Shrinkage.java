package org.kvartal.forecast.timeseries.hierarchy;

/**
 * How far correlations of few errors are drawn to 0.
 *
 * <pre>
 *   lambda = sum of var(r[i][j]) / sum of r[i][j]^2          over i != j, from 0 to 1
 *   r[i][j]      = 1/n sum over k of x[k][i] x[k][j]         x: errors over their root mean square, n moments
 *   var(r[i][j]) = (sum of (x[k][i] x[k][j])^2 - n r[i][j]^2) / (n (n - 1))
 * </pre>
 *
 * The sums over pairs of nodes come from products of moments, so that no matrix of the size of the nodes is made. Without
 * at least 3 moments lambda is 1. Source: Schäfer and Strimmer (2005), A shrinkage approach to large-scale covariance matrix
 * estimation, Statistical Applications in Genetics and Molecular Biology 4 (32), target D, with variances about 0.
 */
final class Shrinkage {
    private static final int FEWEST = 3;

    private Shrinkage() {}

    static double intensity(double[][] standardised) {
        int n = standardised.length;
        if (n < FEWEST) {
            return 1;
        }
        double correlations = 0;
        double fourths = 0;
        for (int k = 0; k < n; k++) {
            double square = dot(standardised[k], standardised[k]);
            fourths += square * square;
            correlations += square * square;
            for (int l = 0; l < k; l++) {
                double product = dot(standardised[k], standardised[l]);
                correlations += 2 * product * product;
            }
        }
        double ownSquares = 0;
        for (int i = 0; i < standardised[0].length; i++) {
            double square = 0;
            for (double[] moment : standardised) {
                double x2 = moment[i] * moment[i];
                square += x2;
                fourths -= x2 * x2;
            }
            ownSquares += square * square;
        }
        double pairs = (correlations - ownSquares) / ((double) n * n);
        double variances = (fourths - n * pairs) / ((double) n * (n - 1));
        return pairs > 0 ? Math.max(0, Math.min(1, variances / pairs)) : 1;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
