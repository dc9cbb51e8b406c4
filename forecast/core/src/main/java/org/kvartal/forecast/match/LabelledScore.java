package org.kvartal.forecast.match;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * How likely two products are one, learned from pairs that people have judged: a logistic regression on steps of agreement.
 * <pre>
 *   log(p / (1 - p)) = b[0] + sum over known fields f of (c[f] + sum of d[f][l] over the levels l reached)
 *   b maximises log L - (1 / (2 s^2)) sum of squares of c and d,   s = 2
 * </pre>
 * The penalty is a normal prior of standard deviation s on the log odds that a step adds, so that an agreement that all
 * judged matches have gets a finite weight. Source: le Cessie and van Houwelingen, Ridge estimators in logistic regression,
 * Applied Statistics 41, 1992.
 */
final class LabelledScore implements PairScore {
    private static final double PRIOR_VARIANCE = 4;
    private static final int MAX_STEPS = 50;
    private static final double STAYS = 1e-8;
    private static final double LONGEST_STEP = 5;

    private final int[] levels;
    private final double[] coefficients;

    private LabelledScore(int[] levels) {
        this.levels = levels;
        int columns = 1;
        for (int count : levels) {
            columns += count;
        }
        coefficients = new double[columns];
    }

    /**
     * Learns.
     *
     * @param levels how many there are in each field
     * @param pairs levels of judged pairs
     * @param matches 1 for one product, 0 for two
     */
    static LabelledScore fit(int[] levels, List<int[]> pairs, int[] matches) {
        LabelledScore fit = new LabelledScore(levels.clone());
        double[][] rows = pairs.stream().map(fit::row).toArray(double[][]::new);
        for (int step = 0; step < MAX_STEPS && fit.improve(rows, matches) > STAYS; step++) {}
        return fit;
    }

    /** The constant; then for each field whether it is known and which levels above 0 are reached. */
    private double[] row(int[] reached) {
        double[] row = new double[coefficients.length];
        row[0] = 1;
        int column = 1;
        for (int f = 0; f < levels.length; f++) {
            for (int l = 0; l < levels[f]; l++) {
                row[column] = reached[f] >= l ? 1 : 0;
                column++;
            }
        }
        return row;
    }

    /** One step of Newton. */
    private double improve(double[][] rows, int[] matches) {
        int k = coefficients.length;
        double[] gradient = new double[k];
        double[][] information = new double[k][k];
        for (int j = 0; j < k; j++) {
            double precision = j == 0 ? STAYS : 1 / PRIOR_VARIANCE;
            gradient[j] = -precision * coefficients[j];
            information[j][j] = precision;
        }
        for (int r = 0; r < rows.length; r++) {
            add(rows[r], matches[r], gradient, information);
        }
        double[] direction = new CholeskyDecomposition(new Array2DRowRealMatrix(information, false))
                .getSolver()
                .solve(new ArrayRealVector(gradient, false))
                .toArray();
        double longest = 0;
        for (double each : direction) {
            longest = Math.max(longest, Math.abs(each));
        }
        double scale = Math.min(1, LONGEST_STEP / longest);
        for (int j = 0; j < k; j++) {
            coefficients[j] += scale * direction[j];
        }
        return longest;
    }

    private void add(double[] row, int match, double[] gradient, double[][] information) {
        double p = 1 / (1 + Math.exp(-sum(row)));
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                gradient[i] += match - p;
                for (int j = 0; j < row.length; j++) {
                    information[i][j] += row[j] * p * (1 - p);
                }
            }
        }
    }

    private double sum(double[] row) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            sum += row[j] * coefficients[j];
        }
        return sum;
    }

    @Override
    public double logOdds(int[] reached) {
        return sum(row(reached));
    }
}
