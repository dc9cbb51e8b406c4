package org.kvartal.forecast.timeseries.hierarchy;

import java.util.function.ToDoubleFunction;

/**
 * Weighted least squares whose weights by level are learned at rolling origins.
 *
 * <pre>
 *   W = diag(rms^a size^b 2^c[level])       rms:  root mean square of the node's errors
 *                                           size: number of its bottom series
 * </pre>
 *
 * a and b are taken from a grid with the smallest loss; then the loss is lowered one level at a time in steps of c by 2
 * and by 1. Variances alone (a = 2, b = c = 0) say how large errors are and not how much they have in common: where all
 * bottom series miss the same turn, their errors are small and their sum is wrong. This is what the factors of the levels
 * learn from sums that have come.
 */
final class LevelWeights {
    private static final double[] POWERS_OF_ERROR = {0, 0.5, 1, 1.5, 2};
    private static final double[] POWERS_OF_SIZE = {-1.5, -1, -0.5, 0, 0.5, 1};
    private static final double[] STEPS = {2, 1};
    private static final int ROUNDS = 3;
    private static final double GAIN = 1e-5;

    private final Grouping grouping;
    private final double[] variances;
    private final ToDoubleFunction<Reconciliation> loss;

    private LevelWeights(Grouping grouping, NodeErrors errors, ToDoubleFunction<Reconciliation> loss) {
        this.grouping = grouping;
        this.variances = errors.variances();
        this.loss = loss;
    }

    /** The reconciliation with the smallest loss that the search finds. */
    static Reconciliation learned(Grouping grouping, NodeErrors errors, ToDoubleFunction<Reconciliation> loss) {
        LevelWeights search = new LevelWeights(grouping, errors, loss);
        return search.byLevels(search.fromGrid());
    }

    private double[] fromGrid() {
        double[] sizes = grouping.summing().sizes();
        double[] best = variances;
        double smallest = Double.POSITIVE_INFINITY;
        for (double a : POWERS_OF_ERROR) {
            for (double b : POWERS_OF_SIZE) {
                double[] weights = new double[variances.length];
                for (int i = 0; i < weights.length; i++) {
                    weights[i] = Math.pow(variances[i], a / 2) * Math.pow(sizes[i], b);
                }
                double found = loss.applyAsDouble(weighted(weights));
                if (found < smallest) {
                    smallest = found;
                    best = weights;
                }
            }
        }
        return best;
    }

    private Reconciliation byLevels(double[] start) {
        double[] factors = new double[grouping.levels().size()];
        Reconciliation best = weighted(start);
        double smallest = loss.applyAsDouble(best);
        for (double step : STEPS) {
            boolean moved = true;
            for (int round = 0; moved && round < ROUNDS; round++) {
                moved = false;
                for (int move = 0; move < 2 * factors.length; move++) {
                    double[] tried = factors.clone();
                    tried[move / 2] += move % 2 == 0 ? step : -step;
                    Reconciliation candidate = weighted(scaled(start, tried));
                    double found = loss.applyAsDouble(candidate);
                    if (found < smallest - GAIN) {
                        smallest = found;
                        factors = tried;
                        best = candidate;
                        moved = true;
                    }
                }
            }
        }
        return best;
    }

    private double[] scaled(double[] weights, double[] factors) {
        double[] scaled = weights.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= Math.pow(2, factors[grouping.levelOf(i)]);
        }
        return scaled;
    }

    private Reconciliation weighted(double[] weights) {
        return MinimumTrace.weighted(ReconciliationMethod.WLS_LEVEL, grouping, weights);
    }
}
