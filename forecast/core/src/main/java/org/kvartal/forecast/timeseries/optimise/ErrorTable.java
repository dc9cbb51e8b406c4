package org.kvartal.forecast.timeseries.optimise;

/**
 * Errors and their derivatives by up to four parameters, and the sums of their products.
 *
 * <p>Sums are taken after the recursion that filled the table, in loops where no value waits for another: that is twice
 * as fast as summing within it. One table serves many fits of one series, in turn.
 */
public final class ErrorTable {
    /** The derivatives of one error stand side by side. */
    public static final int COLUMNS = 4;

    private final double[] errors;
    private final double[] rows;
    private final double[] slopes = new double[COLUMNS];
    private final double[][] curvatures = new double[COLUMNS][COLUMNS];

    public ErrorTable(int length) {
        errors = new double[length];
        rows = new double[length * COLUMNS];
    }

    /** The errors themselves, to be filled. */
    public double[] errors() {
        return errors;
    }

    /** The derivatives themselves, to be filled: {@link #COLUMNS} for each error. */
    public double[] rows() {
        return rows;
    }

    /** The sum of squared errors; slope and curvature receive those of the columns named. */
    public double products(int[] columns, double[] slope, double[][] curvature) {
        double squares = firstProducts();
        if (columns.length > 1) {
            lastProducts();
        }
        for (int i = 0; i < columns.length; i++) {
            slope[i] = slopes[columns[i]];
            for (int j = 0; j <= i; j++) {
                curvature[i][j] = curvatures[columns[i]][columns[j]];
            }
        }
        return squares;
    }

    private double firstProducts() {
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
