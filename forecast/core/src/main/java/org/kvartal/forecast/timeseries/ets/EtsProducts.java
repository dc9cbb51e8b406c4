package org.kvartal.forecast.timeseries.ets;

/**
 * Errors and their derivatives by up to four parameters, and the sums of their products: what least squares needs.
 *
 * <pre>
 *   additive error:        u = r,            du = dr
 *   multiplicative error:  u = r / f * G,    G = exp(sum log|f| / n)
 *                          du = G (dr y / f^2 - r / f sum(dr / f) / n)       dr = -df
 * </pre>
 *
 * n log(sum u^2) is the deviance for both, so that least squares of u is maximum likelihood. Sums are taken after the
 * recursion, in loops where no value waits for another. One instance serves all forms of a series in turn.
 */
final class EtsProducts {
    /** The derivatives of one error stand side by side. */
    static final int COLUMNS = 4;

    private static final double TINY = 1e-10;

    final double[] errors;
    final double[] means;
    final double[] rows;
    private final double[] slopes = new double[COLUMNS];
    private final double[][] curvatures = new double[COLUMNS][COLUMNS];
    private final double[] shift = new double[COLUMNS];

    EtsProducts(int length) {
        errors = new double[length];
        means = new double[length];
        rows = new double[length * COLUMNS];
    }

    /** The sum of squared errors; slope and curvature receive those of the columns named. */
    double absolute(int[] columns, double[] slope, double[][] curvature) {
        double squares = products(columns.length);
        for (int i = 0; i < columns.length; i++) {
            slope[i] = slopes[columns[i]];
            for (int j = 0; j <= i; j++) {
                curvature[i][j] = curvatures[columns[i]][columns[j]];
            }
        }
        return squares;
    }

    /** The same of relative errors, in units of the geometric mean of the means; infinite where one is 0. */
    double relative(int observed, int[] columns, double[] slope, double[][] curvature) {
        double logs = logsOfMeans();
        if (!Double.isFinite(logs)) {
            return Double.POSITIVE_INFINITY;
        }
        divide(observed);
        double squares = absolute(columns, slope, curvature);
        double scale = Math.exp(2 * logs / observed);
        for (int i = 0; i < columns.length; i++) {
            double a = shift[columns[i]];
            for (int j = 0; j <= i; j++) {
                double b = shift[columns[j]];
                curvature[i][j] = scale * (curvature[i][j] + slope[i] * b + slope[j] * a + a * b * squares);
            }
        }
        for (int i = 0; i < columns.length; i++) {
            slope[i] = scale * (slope[i] + shift[columns[i]] * squares);
        }
        return scale * squares;
    }

    /** A missing value has mean 1. */
    private double logsOfMeans() {
        double product = 1;
        double logs = 0;
        for (double mean : means) {
            double size = Math.abs(mean);
            product *= size;
            // Logarithms are dear: one for each run of products that stays within range.
            if (!(product > 1e-100 && product < 1e100)) {
                logs += Math.log(product);
                product = 1;
            }
            if (!(size > TINY)) {
                return Double.NaN;
            }
        }
        return logs + Math.log(product);
    }

    private void divide(int observed) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int t = 0, i = 0; t < errors.length; t++, i += COLUMNS) {
            double w = 1 / means[t];
            double e = errors[t] * w;
            double share = w * (1 + e);
            s0 += rows[i] * w;
            s1 += rows[i + 1] * w;
            s2 += rows[i + 2] * w;
            s3 += rows[i + 3] * w;
            errors[t] = e;
            rows[i] *= share;
            rows[i + 1] *= share;
            rows[i + 2] *= share;
            rows[i + 3] *= share;
        }
        shift[0] = -s0 / observed;
        shift[1] = -s1 / observed;
        shift[2] = -s2 / observed;
        shift[3] = -s3 / observed;
    }

    private double products(int count) {
        double squares = 0;
        double g0 = 0;
        double g1 = 0;
        double g2 = 0;
        double g3 = 0;
        double c00 = 0;
        double c10 = 0;
        double c11 = 0;
        for (int t = 0, i = 0; t < errors.length; t++, i += COLUMNS) {
            double e = errors[t];
            double d0 = rows[i];
            double d1 = rows[i + 1];
            squares += e * e;
            g0 += e * d0;
            g1 += e * d1;
            g2 += e * rows[i + 2];
            g3 += e * rows[i + 3];
            c00 += d0 * d0;
            c10 += d1 * d0;
            c11 += d1 * d1;
        }
        slopes[0] = g0;
        slopes[1] = g1;
        slopes[2] = g2;
        slopes[3] = g3;
        curvatures[0][0] = c00;
        curvatures[1][0] = c10;
        curvatures[1][1] = c11;
        if (count > 1) {
            lastProducts();
        }
        return squares;
    }

    private void lastProducts() {
        double c20 = 0;
        double c21 = 0;
        double c22 = 0;
        double c30 = 0;
        double c31 = 0;
        double c32 = 0;
        double c33 = 0;
        for (int i = 0; i < rows.length; i += COLUMNS) {
            double d0 = rows[i];
            double d1 = rows[i + 1];
            double d2 = rows[i + 2];
            double d3 = rows[i + 3];
            c20 += d2 * d0;
            c21 += d2 * d1;
            c22 += d2 * d2;
            c30 += d3 * d0;
            c31 += d3 * d1;
            c32 += d3 * d2;
            c33 += d3 * d3;
        }
        curvatures[2][0] = c20;
        curvatures[2][1] = c21;
        curvatures[2][2] = c22;
        curvatures[3][0] = c30;
        curvatures[3][1] = c31;
        curvatures[3][2] = c32;
        curvatures[3][3] = c33;
    }
}
