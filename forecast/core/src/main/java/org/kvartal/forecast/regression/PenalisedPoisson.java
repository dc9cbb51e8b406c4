package org.kvartal.forecast.regression;

import java.util.Arrays;
import java.util.List;

/**
 * Poisson regression of rates on many weak effects, each group held by a penalty whose strength the data choose.
 * <pre>
 *   y[r] ~ Poisson(E[r] exp(x[r] b))                      E: exposure
 *   b    = argmax sum w[r] log p(y[r]) - 1/2 sum_j l_j b' S_j b
 *   l_j  = (k_j - l_j tr(V S_j) + n_j) / (b' S_j b + n_j v_j)    V = (X' W X + sum l_j S_j)^-1, until it stays
 * </pre>
 * k_j: number of effects of the group; n_j effects of variance v_j are expected beforehand, so that a few groups of few
 * effects cannot explain everything. A group without a signal nearly vanishes; a ridge group is a set of random effects with variance
 * 1 / l_j. With exposures as times and events as counts this is the piecewise exponential model of hazards.
 *
 * <p>Sources: Wood and Fasiolo, A generalized Fellner-Schall method for smoothing parameter optimization, Biometrics
 * 73, 2017, formula 5; Friedman, Piecewise exponential models for survival data with covariates, Annals of Statistics
 * 10, 1982.
 */
public final class PenalisedPoisson {
    private static final int MAX_UPDATES = 25;
    private static final int MAX_NEWTON_STEPS = 30;
    private static final double MIN_STRENGTH = 1e-2;
    private static final double MAX_STRENGTH = 1e5;
    private static final double MAX_RATIO = 0.8;
    private static final double FIRST_STRENGTH = 20;
    private static final double UNPENALISED = 1e-8;

    private final SparseRows rows;
    private final List<EffectGroup> groups;
    private final int columns;
    private final double[] strengths;
    private final double[] steps;
    private double[] coefficients;
    private double[][] covariance = {};

    private PenalisedPoisson(SparseRows rows, List<EffectGroup> groups) {
        this.rows = rows;
        this.groups = List.copyOf(groups);
        this.columns = groups.stream().mapToInt(EffectGroup::to).max().orElse(0);
        this.strengths = new double[groups.size()];
        Arrays.fill(strengths, FIRST_STRENGTH);
        this.steps = new double[groups.size()];
        this.coefficients = new double[columns];
    }

    /**
     * Fits.
     *
     * @param groups disjoint groups that cover all columns; column 0 is the constant, a group of its own
     */
    public static RateModel fit(SparseRows rows, List<EffectGroup> groups) {
        PenalisedPoisson fit = new PenalisedPoisson(rows, groups);
        fit.coefficients[0] = Math.log(Math.max(1e-12, rows.rate()));
        fit.chooseStrengths();
        return new RateModel(fit.groups, fit.coefficients, fit.covariance, fit.strengths);
    }

    /** Fits again, beginning with a model of the same groups that is near. */
    public static RateModel refit(SparseRows rows, RateModel near) {
        PenalisedPoisson fit = new PenalisedPoisson(rows, near.groups());
        fit.coefficients = near.coefficients().clone();
        System.arraycopy(near.strengths(), 0, fit.strengths, 0, fit.strengths.length);
        fit.chooseStrengths();
        return new RateModel(fit.groups, fit.coefficients, fit.covariance, fit.strengths);
    }

    private void chooseStrengths() {
        for (int update = 0; update < MAX_UPDATES; update++) {
            maximise(update == 0 ? 1e-1 : Double.POSITIVE_INFINITY);
            double moved = updateStrengths();
            if (moved < 0.15) {
                break;
            }
        }
        maximise(1e-4);
    }

    /** One step of Fellner and Schall for each group; the largest change of a logarithm. */
    private double updateStrengths() {
        double moved = 0;
        for (int j = 0; j < strengths.length; j++) {
            EffectGroup group = groups.get(j);
            if (group.penalty() != Penalty.NONE) {
                double free = group.to()
                        - group.from()
                        - strengths[j] * group.penalty().trace(covariance, group.from(), group.to());
                double size = group.penalty().of(coefficients, group.from(), group.to());
                double next = (Math.max(0, free) + group.priorEffects())
                        / (size + group.priorEffects() * group.expectedVariance());
                double step = Math.log(next / strengths[j]);
                double bounded =
                        Math.min(MAX_STRENGTH, Math.max(MIN_STRENGTH, strengths[j] * Math.exp(further(j, step))));
                moved = Math.max(moved, Math.abs(Math.log(bounded / strengths[j])));
                strengths[j] = bounded;
            }
        }
        return moved;
    }

    /** Steps that shrink by a steady ratio are summed up to their end, after Aitken. */
    private double further(int group, double step) {
        double ratio = steps[group] == 0 ? 0 : step / steps[group];
        steps[group] = step;
        return step / (1 - Math.min(MAX_RATIO, Math.max(0, ratio)));
    }

    /** Newton's method with halved steps; leaves the covariance at the maximum. */
    private void maximise(double tolerance) {
        double value = objective(coefficients);
        for (int step = 0; step < MAX_NEWTON_STEPS; step++) {
            double[] gradient = new double[columns];
            double[][] information = information(gradient);
            covariance = SymmetricInverse.of(information);
            double[] direction = times(covariance, gradient);
            double scale = 1;
            double[] next = along(direction, scale);
            double reached = objective(next);
            while (!(reached >= value - 1e-9) && scale > 1e-4) {
                scale /= 2;
                next = along(direction, scale);
                reached = objective(next);
            }
            double gain = reached - value;
            coefficients = next;
            value = reached;
            if (gain < tolerance) {
                break;
            }
        }
    }

    private double[] along(double[] direction, double scale) {
        double[] next = coefficients.clone();
        for (int k = 0; k < columns; k++) {
            next[k] += scale * direction[k];
        }
        return next;
    }

    private double objective(double[] b) {
        double sum = 0;
        for (int row = 0; row < rows.size(); row++) {
            double eta = rows.times(row, b);
            sum += rows.weight(row) * (rows.event(row) * eta - rows.exposure(row) * Math.exp(eta));
        }
        for (int j = 0; j < strengths.length; j++) {
            EffectGroup group = groups.get(j);
            sum -= strengths[j] / 2 * group.penalty().of(b, group.from(), group.to());
        }
        return sum;
    }

    /** Lower triangle of the penalised information; adds the gradient to the given vector. */
    private double[][] information(double[] gradient) {
        double[][] information = new double[columns][];
        for (int k = 0; k < columns; k++) {
            information[k] = new double[k + 1];
        }
        for (int row = 0; row < rows.size(); row++) {
            double expected = rows.exposure(row) * Math.exp(rows.times(row, coefficients));
            rows.addTo(gradient, row, rows.weight(row) * (rows.event(row) - expected));
            rows.addSquareTo(information, row, rows.weight(row) * expected);
        }
        for (int j = 0; j < strengths.length; j++) {
            EffectGroup group = groups.get(j);
            group.penalty().addTo(information, group.from(), group.to(), strengths[j]);
            group.penalty().addTo(gradient, coefficients, group.from(), group.to(), -strengths[j]);
        }
        for (int k = 0; k < columns; k++) {
            information[k][k] += UNPENALISED;
        }
        return information;
    }

    private static double[] times(double[][] lowerTriangle, double[] vector) {
        double[] product = new double[vector.length];
        for (int k = 0; k < vector.length; k++) {
            for (int m = 0; m < k; m++) {
                product[k] += lowerTriangle[k][m] * vector[m];
                product[m] += lowerTriangle[k][m] * vector[k];
            }
            product[k] += lowerTriangle[k][k] * vector[k];
        }
        return product;
    }
}
