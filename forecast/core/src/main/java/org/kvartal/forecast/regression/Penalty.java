package org.kvartal.forecast.regression;

/**
 * How the effects of a group of columns are held together.
 * <pre>
 *   none     nothing is held
 *   ridge    sum of b[k]^2                          effects scatter around zero: owners, sources, quarters
 *   walk     sum of (b[k] - b[k-1])^2 + e b[k]^2    neighbours are alike: ages, amounts; e = 0.001
 * </pre>
 */
public enum Penalty {
    NONE,
    RIDGE,
    WALK;

    private static final double WALK_RIDGE = 1e-3;

    /** Adds a multiple of the penalty matrix of the columns from one to another, without it, to a lower triangle. */
    void addTo(double[][] matrix, int from, int to, double factor) {
        for (int k = from; k < to && this != NONE; k++) {
            matrix[k][k] += factor * (this == RIDGE ? 1 : WALK_RIDGE);
            if (this == WALK && k > from) {
                matrix[k][k] += factor;
                matrix[k - 1][k - 1] += factor;
                matrix[k][k - 1] -= factor;
            }
        }
    }

    /** The penalty matrix times the coefficients. */
    void addTo(double[] vector, double[] b, int from, int to, double factor) {
        for (int k = from; k < to && this != NONE; k++) {
            vector[k] += factor * b[k] * (this == RIDGE ? 1 : WALK_RIDGE);
            if (this == WALK && k > from) {
                double step = factor * (b[k] - b[k - 1]);
                vector[k] += step;
                vector[k - 1] -= step;
            }
        }
    }

    double of(double[] b, int from, int to) {
        double[] gradient = new double[to];
        addTo(gradient, b, from, to, 1);
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += gradient[k] * b[k];
        }
        return sum;
    }

    /** Trace of a covariance, whose lower triangle is given, times the penalty matrix. */
    double trace(double[][] covariance, int from, int to) {
        double sum = 0;
        for (int k = from; k < to && this != NONE; k++) {
            sum += covariance[k][k] * (this == RIDGE ? 1 : WALK_RIDGE);
            if (this == WALK && k > from) {
                sum += covariance[k][k] + covariance[k - 1][k - 1] - 2 * covariance[k][k - 1];
            }
        }
        return sum;
    }
}
