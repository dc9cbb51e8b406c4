package org.kvartal.forecast.timeseries.arima;

import java.util.Arrays;

/**
 * Least squares by the normal equations of columns scaled to length 1, with the inverse that standard errors need.
 *
 * <pre>
 *   (X'X) b = X'y        Cholesky X'X = L L', (X'X)^-1 = L'^-1 L^-1
 * </pre>
 *
 * Source: Golub and Van Loan (2013), Matrix Computations, 4th ed., section 5.3.
 */
final class LeastSquares {
    private static final double DEPENDENT = 1e-10;

    private final double[] coefficients;
    private final double[][] inverse;
    private final double squares;

    /** @param x by column, linearly independent */
    LeastSquares(double[][] x, double[] y) {
        int k = x.length;
        double[] lengths = lengths(x);
        double[][] factor = factor(x, lengths, DEPENDENT / 100);
        inverse = new double[k][k];
        coefficients = new double[k];
        double[] unit = new double[k];
        for (int j = 0; j < k; j++) {
            Arrays.fill(unit, 0);
            unit[j] = 1;
            substitute(factor, unit);
            for (int i = 0; i < k; i++) {
                inverse[i][j] = unit[i] / lengths[i] / lengths[j];
            }
        }
        double[] right = new double[k];
        for (int j = 0; j < k; j++) {
            right[j] = product(x[j], y) / lengths[j];
        }
        substitute(factor, right);
        for (int j = 0; j < k; j++) {
            coefficients[j] = right[j] / lengths[j];
        }
        squares = squares(x, y);
    }

    private double squares(double[][] x, double[] y) {
        double sum = 0;
        for (int t = 0; t < y.length; t++) {
            double rest = y[t];
            for (int j = 0; j < x.length; j++) {
                rest -= coefficients[j] * x[j][t];
            }
            sum += rest * rest;
        }
        return sum;
    }

    /** Whether no column is a sum of multiples of the others, to five digits. */
    static boolean areIndependent(double[][] x) {
        double[] lengths = lengths(x);
        double[][] factor = factor(x, lengths, 0);
        for (int j = 0; j < x.length; j++) {
            if (!(factor[j][j] * factor[j][j] > DEPENDENT)) {
                return false;
            }
        }
        return true;
    }

    private static double[] lengths(double[][] x) {
        double[] lengths = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            lengths[j] = Math.max(Math.sqrt(product(x[j], x[j])), Double.MIN_NORMAL);
        }
        return lengths;
    }

    private static double[][] factor(double[][] x, double[] lengths, double least) {
        int k = x.length;
        double[][] factor = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = product(x[i], x[j]) / lengths[i] / lengths[j];
                for (int l = 0; l < j; l++) {
                    sum -= factor[i][l] * factor[j][l];
                }
                if (i == j) {
                    factor[i][i] = Math.sqrt(Math.max(sum, least));
                } else {
                    factor[i][j] = factor[j][j] > 0 ? sum / factor[j][j] : 0;
                }
            }
        }
        return factor;
    }

    private static void substitute(double[][] factor, double[] right) {
        int k = right.length;
        for (int i = 0; i < k; i++) {
            for (int l = 0; l < i; l++) {
                right[i] -= factor[i][l] * right[l];
            }
            right[i] /= factor[i][i];
        }
        for (int i = k - 1; i >= 0; i--) {
            for (int l = i + 1; l < k; l++) {
                right[i] -= factor[l][i] * right[l];
            }
            right[i] /= factor[i][i];
        }
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            sum += a[t] * b[t];
        }
        return sum;
    }

    double[] coefficients() {
        return coefficients.clone();
    }

    /** An element of (X'X)^-1. */
    double inverse(int i, int j) {
        return inverse[i][j];
    }

    /** The sum of squares left. */
    double squares() {
        return squares;
    }

    /** How far the farthest coefficient lies from another solution, in standard errors of 1 / sqrt(n) at most. */
    double farthest(double[] other) {
        double farthest = 0;
        for (int j = 0; j < other.length; j++) {
            double error = Math.sqrt(Math.max(squares, Double.MIN_NORMAL) * inverse[j][j]);
            farthest = Math.max(farthest, Math.abs(coefficients[j] - other[j]) / error);
        }
        return farthest;
    }
}
