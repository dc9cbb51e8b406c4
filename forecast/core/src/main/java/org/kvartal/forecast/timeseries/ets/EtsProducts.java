package org.kvartal.forecast.timeseries.ets;

import org.kvartal.forecast.timeseries.optimise.ErrorTable;

/**
 * The sums of products of errors and their derivatives that least squares needs, for both kinds of error.
 *
 * <pre>
 *   additive error:        u = r,            du = dr
 *   multiplicative error:  u = r / f * G,    G = exp(sum log|f| / n)
 *                          du = G (dr y / f^2 - r / f sum(dr / f) / n)       dr = -df
 * </pre>
 *
 * n log(sum u^2) is the deviance for both, so that least squares of u is maximum likelihood. One
 * instance serves all forms of a series in turn.
 */
final class EtsProducts {
    private static final double TINY = 1e-10;

    private final ErrorTable table;
    private final double[] means;
    private final double[] shift = new double[ErrorTable.COLUMNS];

    EtsProducts(int length) {
        table = new ErrorTable(length);
        means = new double[length];
    }

    ErrorTable table() {
        return table;
    }

    /** The means of the values, to be filled; a missing value has mean 1. */
    double[] means() {
        return means;
    }

    /**
     * The sum of squared relative errors, in units of the geometric mean of the means; infinite where one of them is 0.
     * The table must hold absolute errors, and holds relative ones afterwards.
     */
    double relative(int observed, int[] columns, double[] slope, double[][] curvature) {
        double logs = logsOfMeans();
        if (!Double.isFinite(logs)) {
            return Double.POSITIVE_INFINITY;
        }
        divide(observed);
        double squares = table.products(columns, slope, curvature);
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
        double[] errors = table.errors();
        double[] rows = table.rows();
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int t = 0, i = 0; t < errors.length; t++, i += ErrorTable.COLUMNS) {
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
}
