package org.kvartal.forecast.price;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.kvartal.forecast.regression.LogisticFit;

/**
 * Means of a logistic regression over its rows, with errors that know of its first stage.
 *
 * <pre>
 *   stage 1   v = gap - z pi           influence of row i on pi: a[i] = (Z'Z / n)^-1 z[i] v[i]
 *   stage 2   sum x (y - P) = 0        on b: c[i] = H^-1 (x[i] (y[i] - P[i]) + G a[i])
 *   H = mean of P (1-P) x x'           G = mean of P (1-P) bv x z' - (y - P) e[v] z'
 *   mean M of m[i](b, pi):  influence = m[i] - M + (dM/db) c[i] + (dM/dpi) a[i];  se = sqrt(sum influence^2) / n
 * </pre>
 */
final class TwoStageLogit {
    private static final int GAP = 1;

    private final double[][] x;
    private final double[][] z;
    private final int n;
    private final double[] b;
    private final double[] probabilities;
    private final double[][] onPi;
    private final double[][] onB;

    /** A mean and its standard error. */
    record Mean(double value, double standardError) {}

    TwoStageLogit(LogisticFit.Estimated fit, double[][] x, int[] y, double[][] z, double[] v) {
        this.x = x;
        this.z = z;
        n = x.length;
        b = new double[x[0].length];
        for (int k = 0; k < b.length; k++) {
            b[k] = fit.coefficient(k);
        }
        probabilities = new double[n];
        for (int i = 0; i < n; i++) {
            probabilities[i] = chance(x[i], b[GAP] * x[i][GAP]);
        }
        onPi = influenceOnPi(v);
        onB = influenceOnB(y);
    }

    boolean hasFirstStage() {
        return z.length > 0;
    }

    int width() {
        return b.length;
    }

    /** L of a row with another share of the gap. */
    private double chance(double[] row, double ofGap) {
        double eta = ofGap;
        for (int k = 0; k < b.length; k++) {
            eta += k == GAP ? 0 : b[k] * row[k];
        }
        return 1 / (1 + Math.exp(-eta));
    }

    private double[][] influenceOnPi(double[] v) {
        if (z.length == 0) {
            return new double[0][];
        }
        RealMatrix products = new Array2DRowRealMatrix(z[0].length, z[0].length);
        for (double[] row : z) {
            addOuter(products, row, row, 1.0 / n);
        }
        RealMatrix inverse =
                new LUDecomposition(products, Double.MIN_NORMAL).getSolver().getInverse();
        double[][] influence = new double[n][];
        for (int i = 0; i < n; i++) {
            influence[i] = scaled(inverse.operate(z[i]), v[i]);
        }
        return influence;
    }

    private double[][] influenceOnB(int[] y) {
        RealMatrix h = new Array2DRowRealMatrix(b.length, b.length);
        RealMatrix g = new Array2DRowRealMatrix(b.length, Math.max(1, z.length == 0 ? 1 : z[0].length));
        double[] last = new double[b.length];
        last[b.length - 1] = 1;
        for (int i = 0; i < n; i++) {
            double w = probabilities[i] * (1 - probabilities[i]);
            addOuter(h, x[i], x[i], w / n);
            if (hasFirstStage()) {
                addOuter(g, x[i], z[i], w * b[b.length - 1] / n);
                addOuter(g, last, z[i], -(y[i] - probabilities[i]) / n);
            }
        }
        RealMatrix inverse =
                new LUDecomposition(h, Double.MIN_NORMAL).getSolver().getInverse();
        double[][] influence = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] score = scaled(x[i], y[i] - probabilities[i]);
            if (hasFirstStage()) {
                add(score, g.operate(onPi[i]), 1);
            }
            influence[i] = inverse.operate(score);
        }
        return influence;
    }

    /** A coefficient itself. */
    Mean coefficient(int place) {
        double squares = 0;
        for (double[] influence : onB) {
            squares += influence[place] * influence[place];
        }
        return new Mean(b[place], Math.sqrt(squares) / n);
    }

    Mean averageMarginalEffect() {
        double[] m = new double[n];
        double[] byB = new double[b.length];
        double[] byPi = new double[hasFirstStage() ? z[0].length : 0];
        for (int i = 0; i < n; i++) {
            double p = probabilities[i];
            double w = p * (1 - p);
            m[i] = b[GAP] * w;
            double bend = b[GAP] * w * (1 - 2 * p) / n;
            add(byB, x[i], bend);
            byB[GAP] += w / n;
            if (hasFirstStage()) {
                add(byPi, z[i], -bend * b[b.length - 1]);
            }
        }
        return mean(m, byB, byPi);
    }

    Mean chanceAt(double gap) {
        double[] m = new double[n];
        double[] byB = new double[b.length];
        double[] byPi = new double[hasFirstStage() ? z[0].length : 0];
        for (int i = 0; i < n; i++) {
            m[i] = chance(x[i], b[GAP] * gap);
            double w = m[i] * (1 - m[i]) / n;
            add(byB, x[i], w);
            byB[GAP] += w * (gap - x[i][GAP]);
            if (hasFirstStage()) {
                add(byPi, z[i], -w * b[b.length - 1]);
            }
        }
        return mean(m, byB, byPi);
    }

    private Mean mean(double[] m, double[] byB, double[] byPi) {
        double mean = 0;
        for (double value : m) {
            mean += value / n;
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double influence = m[i] - mean + dot(byB, onB[i]) + (hasFirstStage() ? dot(byPi, onPi[i]) : 0);
            squares += influence * influence;
        }
        return new Mean(mean, Math.sqrt(squares) / n);
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int k = 0; k < one.length; k++) {
            sum += one[k] * other[k];
        }
        return sum;
    }

    private static double[] scaled(double[] values, double by) {
        double[] scaled = values.clone();
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] *= by;
        }
        return scaled;
    }

    private static void add(double[] sum, double[] values, double by) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += by * values[k];
        }
    }

    private static void addOuter(RealMatrix sum, double[] rows, double[] columns, double by) {
        for (int j = 0; j < rows.length; j++) {
            for (int k = 0; k < columns.length; k++) {
                sum.addToEntry(j, k, by * rows[j] * columns[k]);
            }
        }
    }
}
