package org.kvartal.forecast.timeseries.optimise;

import java.util.Arrays;

/**
 * Least squares by normal equations with a trace of ridge, solved by Cholesky.
 *
 * <pre>
 *   (X'X + ridge diag(X'X)) beta = X'y                      ridge &gt;= 0 keeps collinear columns harmless
 * </pre>
 *
 * Rows are added one by one. Meant for well-scaled problems of up to some hundred unknowns.
 */
public final class NormalEquations {
    private final int unknowns;
    private final double[][] gram;
    private final double[] moment;
    private final double[] solution;
    private final double[][] factor;

    public NormalEquations(int unknowns) {
        this.unknowns = unknowns;
        gram = new double[unknowns][unknowns];
        factor = new double[unknowns][unknowns];
        moment = new double[unknowns];
        solution = new double[unknowns];
    }

    public void clear() {
        for (int i = 0; i < unknowns; i++) {
            moment[i] = 0;
            for (int j = 0; j <= i; j++) {
                gram[i][j] = 0;
            }
        }
    }

    /** Adds one equation: the row times the unknowns equals the target. */
    public void add(double[] row, double target) {
        for (int i = 0; i < unknowns; i++) {
            double x = row[i];
            if (x != 0) {
                moment[i] += x * target;
                double[] line = gram[i];
                for (int j = 0; j <= i; j++) {
                    line[j] += x * row[j];
                }
            }
        }
    }

    /** The solution, in an array that the next call overwrites; all 0 if there is none. */
    public double[] solve(double ridge) {
        for (int i = 0; i < unknowns; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? gram[i][i] * (1 + ridge) + Double.MIN_NORMAL : gram[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                if (i == j) {
                    if (!(sum > 0)) {
                        Arrays.fill(solution, 0);
                        return solution;
                    }
                    factor[i][i] = Math.sqrt(sum);
                } else {
                    factor[i][j] = sum / factor[j][j];
                }
            }
        }
        substitute();
        return solution;
    }

    /** By how much the last solution lowers the sum of squares of a linear problem. */
    public double reduction(double ridge) {
        double sum = 0;
        for (int i = 0; i < unknowns; i++) {
            sum += solution[i] * (moment[i] + ridge * gram[i][i] * solution[i]);
        }
        return sum;
    }

    private void substitute() {
        for (int i = 0; i < unknowns; i++) {
            double sum = moment[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i][k] * solution[k];
            }
            solution[i] = sum / factor[i][i];
        }
        for (int i = unknowns - 1; i >= 0; i--) {
            double sum = solution[i];
            for (int k = i + 1; k < unknowns; k++) {
                sum -= factor[k][i] * solution[k];
            }
            solution[i] = sum / factor[i][i];
        }
    }
}
