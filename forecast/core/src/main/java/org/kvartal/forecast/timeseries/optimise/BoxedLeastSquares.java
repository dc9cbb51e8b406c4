package org.kvartal.forecast.timeseries.optimise;

/**
 * Levenberg-Marquardt steps within a box, for a few parameters.
 *
 * <pre>
 *   free: coordinates not pressed against a border by the slope g
 *   (H + lambda diag H) d = -g  over the free ones        g = J'r, H = J'J
 *   x' = x + d, moved to the border where it lies beyond
 *   lambda: /8 when the sum falls as far as foretold, *4 when less than a quarter of it, *8 when it rises
 * </pre>
 *
 * A step costs one evaluation, since each trial brings its own slope. One instance serves one function; it allocates
 * only when made. Source: Nocedal and Wright (2006), Numerical Optimization, 2nd ed., sections 10.3 (steps) and 16.7
 * (borders).
 */
public final class BoxedLeastSquares {
    private static final double FIRST_LAMBDA = 0.01;
    private static final double LARGEST_LAMBDA = 1e6;
    private static final double SMALLEST_LAMBDA = 1e-9;

    private final SquaredErrors function;
    private final int dimension;
    private final double[] lower;
    private final double[] upper;
    private final double[] point;
    private final double[] trial;
    private final double[] step;
    private final double[] slope;
    private final double[] trialSlope;
    private final double[][] curvature;
    private final double[][] trialCurvature;
    private final double[][] factor;
    private double value;
    private double lambda = FIRST_LAMBDA;

    /** Begins at {@code start}, within the box from {@code lower} to {@code upper}. */
    public BoxedLeastSquares(SquaredErrors function, double[] start, double[] lower, double[] upper) {
        this.function = function;
        this.lower = lower;
        this.upper = upper;
        dimension = start.length;
        point = start.clone();
        trial = new double[dimension];
        step = new double[dimension];
        slope = new double[dimension];
        trialSlope = new double[dimension];
        curvature = new double[dimension][dimension];
        trialCurvature = new double[dimension][dimension];
        factor = new double[dimension][dimension];
        value = function.at(point, slope, curvature);
    }

    /**
     * Takes up to {@code most} steps.
     *
     * @param tolerance fall, as a share of the sum, below which no further step is taken
     * @return whether further steps may help
     */
    public boolean improve(int most, double tolerance) {
        if (!Double.isFinite(value)) {
            return false;
        }
        for (int i = 0; i < most; i++) {
            double foretold = solve();
            // A step cut at the border may point uphill; a shorter one follows the slope.
            while (foretold <= 0 && lambda < LARGEST_LAMBDA) {
                lambda *= 8;
                foretold = solve();
            }
            if (!(foretold > tolerance * value) || lambda > LARGEST_LAMBDA) {
                return false;
            }
            double trialValue = function.at(trial, trialSlope, trialCurvature);
            if (trialValue < value) {
                double gain = (value - trialValue) / foretold;
                accept(trialValue);
                lambda = gain < 0.25 ? lambda * 4 : gain > 0.75 ? Math.max(lambda / 8, SMALLEST_LAMBDA) : lambda;
            } else {
                lambda *= 8;
            }
        }
        return true;
    }

    /** The lowest sum so far. */
    public double value() {
        return value;
    }

    /** Where it is, in an array that later steps overwrite. */
    public double[] point() {
        return point;
    }

    private void accept(double trialValue) {
        value = trialValue;
        System.arraycopy(trial, 0, point, 0, dimension);
        System.arraycopy(trialSlope, 0, slope, 0, dimension);
        for (int i = 0; i < dimension; i++) {
            System.arraycopy(trialCurvature[i], 0, curvature[i], 0, i + 1);
        }
    }

    private boolean isFree(int i) {
        return !(point[i] <= lower[i] && slope[i] > 0 || point[i] >= upper[i] && slope[i] < 0);
    }

    /** Sets the trial and returns by how much a linear problem would fall. */
    private double solve() {
        factorise();
        for (int i = 0; i < dimension; i++) {
            double sum = -slope[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i][k] * step[k];
            }
            step[i] = isFree(i) ? sum / factor[i][i] : 0;
        }
        for (int i = dimension - 1; i >= 0; i--) {
            double sum = step[i];
            for (int k = i + 1; k < dimension; k++) {
                sum -= factor[k][i] * step[k];
            }
            step[i] = sum / factor[i][i];
            trial[i] = Math.max(lower[i], Math.min(upper[i], point[i] + step[i]));
        }
        double fall = 0;
        for (int i = 0; i < dimension; i++) {
            double moved = trial[i] - point[i];
            fall -= 2 * slope[i] * moved + curvature[i][i] * moved * moved;
            for (int j = 0; j < i; j++) {
                fall -= 2 * curvature[i][j] * moved * (trial[j] - point[j]);
            }
        }
        return fall;
    }

    /** Cholesky of the damped curvature over the free coordinates; the others have a row of their own. */
    private void factorise() {
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? curvature[i][i] * (1 + lambda) + Double.MIN_NORMAL : curvature[i][j];
                sum = isFree(i) && isFree(j) ? sum : i == j ? 1 : 0;
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(Math.max(sum, Double.MIN_NORMAL)) : sum / factor[j][j];
            }
        }
    }
}
