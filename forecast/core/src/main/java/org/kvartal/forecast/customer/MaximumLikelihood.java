package org.kvartal.forecast.customer;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/**
 * The highest point of a log-likelihood of positive parameters, with standard errors.
 *
 * <pre>
 *   z = ln parameter, within -12..12;  a trust region from each start, then Newton's steps from the best
 *   se(parameter) = parameter sqrt(V),  V: diagonal of the inverse of minus the second derivatives in z
 * </pre>
 *
 * Derivatives are central differences. An error that cannot be had, as the likelihood is flat, is {@code NaN}.
 */
final class MaximumLikelihood {
    private static final double BOUND = 12;
    private static final double DIFFERENCE = 1e-3;
    private static final int MOST_EVALUATIONS = 2000;
    private static final int NEWTON_STEPS = 6;
    private static final double GAIN_WORTH_A_STEP = 1e-9;

    private final ToDoubleFunction<double[]> logLikelihood;

    /** @param logLikelihood of positive parameters */
    MaximumLikelihood(ToDoubleFunction<double[]> logLikelihood) {
        this.logLikelihood = logLikelihood;
    }

    /** A maximum: the parameters, their standard errors, and the log-likelihood there. */
    static final class Maximum {
        private final double[] parameters;
        private final double[] errors;
        private final LogNormalDraws draws;
        private final double value;

        private Maximum(double[] parameters, double[] errors, LogNormalDraws draws, double value) {
            this.parameters = parameters;
            this.errors = errors;
            this.draws = draws;
            this.value = value;
        }

        double parameter(int i) {
            return parameters[i];
        }

        double standardError(int i) {
            return errors[i];
        }

        /** Parameters about as likely as these. */
        LogNormalDraws draws() {
            return draws;
        }

        double value() {
            return value;
        }

        double[] start() {
            return parameters.clone();
        }
    }

    /** @param starts parameters to start from, at least one */
    Maximum from(List<double[]> starts, double radius) {
        double[] best = {};
        double highest = Double.NEGATIVE_INFINITY;
        for (double[] start : starts) {
            double[] z = climbed(logs(start), radius);
            double value = at(z);
            if (best.length == 0 || value > highest) {
                best = z;
                highest = value;
            }
        }
        return refined(best, highest);
    }

    private static double[] logs(double[] parameters) {
        return Arrays.stream(parameters)
                .map(value -> Math.max(1 - BOUND, Math.min(BOUND - 1, Math.log(value))))
                .toArray();
    }

    private double at(double[] z) {
        double value =
                logLikelihood.applyAsDouble(Arrays.stream(z).map(Math::exp).toArray());
        return Double.isNaN(value) ? -Double.MAX_VALUE : value;
    }

    private double[] climbed(double[] z, double radius) {
        double[] lower = new double[z.length];
        double[] upper = new double[z.length];
        Arrays.fill(lower, -BOUND);
        Arrays.fill(upper, BOUND);
        try {
            PointValuePair top = new BOBYQAOptimizer(2 * z.length + 1, radius, radius * 1e-5)
                    .optimize(
                            new MaxEval(MOST_EVALUATIONS),
                            GoalType.MAXIMIZE,
                            new ObjectiveFunction(this::at),
                            new InitialGuess(z),
                            new SimpleBounds(lower, upper));
            return top.getPoint();
        } catch (MathIllegalStateException e) {
            return z; // A trust region that breaks down leaves its start to the other starts and to Newton's steps.
        }
    }

    private Maximum refined(double[] start, double startValue) {
        double[] z = start;
        double value = startValue;
        RealMatrix curvature = curvature(z);
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double[] next = newton(z, curvature);
            double reached = next.length == 0 ? Double.NEGATIVE_INFINITY : at(next);
            if (!(reached > value + GAIN_WORTH_A_STEP)) {
                break;
            }
            z = next;
            value = reached;
            curvature = curvature(z);
        }
        double[] parameters = Arrays.stream(z).map(Math::exp).toArray();
        RealMatrix covariance = covariance(curvature);
        return new Maximum(
                parameters, errors(parameters, covariance), LogNormalDraws.of(parameters, covariance), value);
    }

    /** The next point; empty if the likelihood is flat. */
    private double[] newton(double[] z, RealMatrix curvature) {
        double[] slope = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            slope[i] = (at(moved(z, i, DIFFERENCE)) - at(moved(z, i, -DIFFERENCE))) / (2 * DIFFERENCE);
        }
        try {
            double[] step =
                    new LUDecomposition(curvature).getSolver().getInverse().operate(slope);
            double[] next = z.clone();
            for (int i = 0; i < z.length; i++) {
                next[i] -= Math.max(-0.5, Math.min(0.5, step[i]));
            }
            return next;
        } catch (SingularMatrixException e) {
            return new double[0];
        }
    }

    private static double[] moved(double[] z, int i, double by) {
        double[] moved = z.clone();
        moved[i] += by;
        return moved;
    }

    private RealMatrix curvature(double[] z) {
        int n = z.length;
        double here = at(z);
        RealMatrix second = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            double up = at(moved(z, i, DIFFERENCE));
            double down = at(moved(z, i, -DIFFERENCE));
            second.setEntry(i, i, (up - 2 * here + down) / (DIFFERENCE * DIFFERENCE));
            for (int j = 0; j < i; j++) {
                double mixed = at(moved(moved(z, i, DIFFERENCE), j, DIFFERENCE))
                        - at(moved(moved(z, i, DIFFERENCE), j, -DIFFERENCE))
                        - at(moved(moved(z, i, -DIFFERENCE), j, DIFFERENCE))
                        + at(moved(moved(z, i, -DIFFERENCE), j, -DIFFERENCE));
                second.setEntry(i, j, mixed / (4 * DIFFERENCE * DIFFERENCE));
                second.setEntry(j, i, second.getEntry(i, j));
            }
        }
        return second;
    }

    /** Of the logarithms; {@code NaN} where the likelihood is flat. */
    private static RealMatrix covariance(RealMatrix curvature) {
        try {
            return new LUDecomposition(curvature).getSolver().getInverse().scalarMultiply(-1);
        } catch (SingularMatrixException e) {
            return curvature.scalarMultiply(Double.NaN);
        }
    }

    private static double[] errors(double[] parameters, RealMatrix covariance) {
        double[] errors = new double[parameters.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = parameters[i] * Math.sqrt(covariance.getEntry(i, i));
        }
        return errors;
    }
}
