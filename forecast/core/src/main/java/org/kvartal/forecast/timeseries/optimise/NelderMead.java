package org.kvartal.forecast.timeseries.optimise;

/**
 * Downhill simplex within a box, for functions of one to about eight parameters whose gradient is not at hand.
 *
 * <pre>
 *   reflect 1, expand 2, contract 1/2, shrink 1/2           p points beyond the box are moved to its border
 *   stop when f[worst] - f[best] &lt;= tolerance (|f[best]| + tolerance) and the points are within 2 % of the box of each
 *   other, or when the evaluations are used up
 * </pre>
 *
 * One instance serves many minimisations of the same dimension, one after the other; it allocates only when made.
 * Source: Nelder and Mead (1965), A simplex method for function minimization, Computer Journal 7; the box by projection
 * as in Box (1965), Computer Journal 8.
 */
public final class NelderMead {
    private static final double SMALL = 0.02;

    private final int dimension;
    private final double[][] points;
    private final double[] values;
    private final double[] centre;
    private final double[] trial;
    private final double[] farther;
    private final double[] lower;
    private final double[] upper;
    private int evaluations;

    /** A minimiser within the box from {@code lower} to {@code upper}. */
    public NelderMead(double[] lower, double[] upper) {
        this.dimension = lower.length;
        this.lower = lower.clone();
        this.upper = upper.clone();
        points = new double[dimension + 1][dimension];
        values = new double[dimension + 1];
        centre = new double[dimension];
        trial = new double[dimension];
        farther = new double[dimension];
    }

    /**
     * Moves {@code point} to the lowest point found.
     *
     * @param step first step along each axis, as a share of the box
     * @return the value there
     */
    public double minimise(Objective objective, double[] point, double step, int maxEvaluations, double tolerance) {
        evaluations = 0;
        start(objective, point, step);
        while (evaluations < maxEvaluations) {
            int best = extreme(-1);
            int worst = extreme(1);
            boolean level = Math.abs(values[worst] - values[best]) <= tolerance * (Math.abs(values[best]) + tolerance);
            if (level && isSmall(best)) {
                break;
            }
            iterate(objective, best, worst);
        }
        int best = extreme(-1);
        System.arraycopy(points[best], 0, point, 0, dimension);
        return values[best];
    }

    /** Points of equal height on both sides of a valley are no reason to stop. */
    private boolean isSmall(int best) {
        for (int i = 0; i <= dimension; i++) {
            for (int axis = 0; axis < dimension; axis++) {
                double share = Math.abs(points[i][axis] - points[best][axis]) / (upper[axis] - lower[axis]);
                if (share > SMALL) {
                    return false;
                }
            }
        }
        return true;
    }

    private void start(Objective objective, double[] point, double step) {
        for (int i = 0; i <= dimension; i++) {
            System.arraycopy(point, 0, points[i], 0, dimension);
            if (i > 0) {
                int axis = i - 1;
                double move = step * (upper[axis] - lower[axis]);
                points[i][axis] += point[axis] + move <= upper[axis] ? move : -move;
            }
            values[i] = evaluate(objective, points[i]);
        }
    }

    private void iterate(Objective objective, int best, int worst) {
        centreWithout(worst);
        double reflected = along(objective, worst, -1, trial);
        if (reflected < values[best]) {
            double expanded = along(objective, worst, -2, farther);
            if (expanded < reflected) {
                replace(worst, farther, expanded);
            } else {
                replace(worst, trial, reflected);
            }
        } else if (reflected < secondWorst(worst)) {
            replace(worst, trial, reflected);
        } else {
            double contracted = along(objective, worst, reflected < values[worst] ? -0.5 : 0.5, farther);
            if (contracted < Math.min(reflected, values[worst])) {
                replace(worst, farther, contracted);
            } else {
                shrink(objective, best);
            }
        }
    }

    private void centreWithout(int worst) {
        for (int axis = 0; axis < dimension; axis++) {
            double sum = 0;
            for (int i = 0; i <= dimension; i++) {
                sum += i == worst ? 0 : points[i][axis];
            }
            centre[axis] = sum / dimension;
        }
    }

    /** Evaluates the point at {@code share} of the way from the centre to the worst point. */
    private double along(Objective objective, int worst, double share, double[] target) {
        for (int axis = 0; axis < dimension; axis++) {
            target[axis] = centre[axis] + share * (points[worst][axis] - centre[axis]);
        }
        return evaluate(objective, target);
    }

    private void replace(int index, double[] point, double value) {
        System.arraycopy(point, 0, points[index], 0, dimension);
        values[index] = value;
    }

    private void shrink(Objective objective, int best) {
        for (int i = 0; i <= dimension; i++) {
            if (i != best) {
                for (int axis = 0; axis < dimension; axis++) {
                    points[i][axis] = (points[i][axis] + points[best][axis]) / 2;
                }
                values[i] = evaluate(objective, points[i]);
            }
        }
    }

    private double evaluate(Objective objective, double[] point) {
        for (int axis = 0; axis < dimension; axis++) {
            point[axis] = Math.max(lower[axis], Math.min(upper[axis], point[axis]));
        }
        evaluations++;
        double value = objective.at(point);
        return Double.isNaN(value) ? Double.MAX_VALUE : Math.min(value, Double.MAX_VALUE);
    }

    /** The index of the lowest value for {@code sign} -1, of the highest for 1. */
    private int extreme(int sign) {
        int index = 0;
        for (int i = 1; i <= dimension; i++) {
            if (sign * values[i] > sign * values[index]) {
                index = i;
            }
        }
        return index;
    }

    private double secondWorst(int worst) {
        double second = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= dimension; i++) {
            if (i != worst) {
                second = Math.max(second, values[i]);
            }
        }
        return dimension == 1 ? values[worst] : second;
    }
}
