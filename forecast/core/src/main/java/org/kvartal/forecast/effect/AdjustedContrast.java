package org.kvartal.forecast.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.effect.inference.PositiveSystem;
import org.kvartal.forecast.regression.LogisticFit;
import org.kvartal.forecast.regression.LogisticRegression;

/**
 * The contrast of treated units and controls of the same covariates.
 * <pre>
 *   m(x)    = x b            b: least squares of dY on x among controls
 *   p(x)    = 1 / (1 + exp(-x g))     g: logit of being treated
 *   w       = p(x) / (1 - p(x)) for controls
 *   doubly robust:  mean of (dY - m(x)) of the treated - w-weighted mean of (dY - m(x)) of controls
 *   regression:     the same without the second mean
 *   weighting:      the same with m = 0
 * </pre>
 * dY is the change of the outcome, x has a constant. The contributions to the error include those of estimating b and g.
 * Controls whose p is 0.995 or more are left out. Where the covariates part the treated from the controls there is no g;
 * then regression is used, with a note. Source: Sant'Anna and Zhao (2020), Doubly robust difference-in-differences
 * estimators, Journal of Econometrics 219, section 3 (traditional estimators for panels).
 */
final class AdjustedContrast {
    private static final double MOST_LIKELY = 0.995;

    private final double[][] x;
    private final double[] changes;
    private final int treated;

    /** The odds of being treated, and how they depend on each unit: once for all contrasts of the same units. */
    static final class Odds {
        private final double[] probabilities;
        private final PositiveSystem information;

        private Odds(double[] probabilities, PositiveSystem information) {
            this.probabilities = probabilities;
            this.information = information;
        }
    }

    /**
     * @param columns covariates by unit as {@link #columns} makes them
     * @param treated how many units come first that are treated; controls follow
     */
    AdjustedContrast(double[][] columns, double[] changes, int treated) {
        this.x = columns;
        this.changes = changes;
        this.treated = treated;
    }

    /** A constant and the covariates, centred and scaled; a covariate that does not vary is left out. */
    static double[][] columns(double[][] covariates, int units) {
        List<double[]> columns = new ArrayList<>();
        for (double[] values : covariates) {
            double mean = 0;
            for (double value : values) {
                mean += value / units;
            }
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean) / units;
            }
            double scale = Math.sqrt(squares);
            if (scale > 1e-12 * Math.abs(mean)) {
                double centre = mean;
                columns.add(IntStream.range(0, units)
                        .mapToDouble(i -> (values[i] - centre) / scale)
                        .toArray());
            }
        }
        double[][] x = new double[units][columns.size() + 1];
        for (int i = 0; i < units; i++) {
            x[i][0] = 1;
            for (int k = 0; k < columns.size(); k++) {
                x[i][k + 1] = columns.get(k)[i];
            }
        }
        return x;
    }

    /** Empty where the covariates part the treated from the controls. */
    static Optional<Odds> odds(double[][] x, int treated) {
        int columns = x[0].length - 1;
        double[][] rows = new double[x.length][columns];
        int[] isTreated = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(x[i], 1, rows[i], 0, columns);
            isTreated[i] = i < treated ? 1 : 0;
        }
        List<String> names =
                IntStream.range(0, columns).mapToObj(Integer::toString).toList();
        if (!(LogisticRegression.fit(names, rows, isTreated) instanceof LogisticFit.Estimated fit)) {
            return Optional.empty();
        }
        double[] probabilities = new double[x.length];
        double[] weights = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double p = Math.min(fit.probability(rows[i]), 1 - 1e-6);
            probabilities[i] = p;
            weights[i] = p * (1 - p);
        }
        return Optional.of(new Odds(probabilities, gram(x, weights, 0, x.length)));
    }

    Contrast by(Adjustment adjustment, @Nullable Odds odds) {
        if (adjustment == Adjustment.REGRESSION) {
            return regression("");
        }
        if (odds == null) {
            return regression("covariates part treated from controls: adjusted by regression alone");
        }
        return weighted(adjustment, odds);
    }

    private Contrast regression(String note) {
        Expected expected = new Expected();
        double[] residuals = expected.residuals();
        double effect = meanOfTreated(residuals);
        double[] c = new double[changes.length];
        for (int i = 0; i < treated; i++) {
            c[i] = (residuals[i] - effect) / treated;
        }
        expected.addError(c, expected.meansOfTreated(), -1);
        return new Contrast(effect, c, note);
    }

    private Contrast weighted(Adjustment adjustment, Odds odds) {
        Expected expected = adjustment == Adjustment.DOUBLY_ROBUST ? new Expected() : null;
        double[] residuals = expected == null ? changes : expected.residuals();
        double[] w = weightsOfControls(odds);
        double sum = 0;
        double weightedSum = 0;
        for (int i = treated; i < w.length; i++) {
            sum += w[i];
            weightedSum += w[i] * residuals[i];
        }
        double ofTreated = meanOfTreated(residuals);
        double ofControls = weightedSum / sum;
        double[] c = new double[changes.length];
        double[] slopeOfOdds = new double[x[0].length];
        double[] slopeOfMeans = new double[x[0].length];
        for (int i = 0; i < c.length; i++) {
            boolean isTreated = i < treated;
            c[i] = isTreated ? (residuals[i] - ofTreated) / treated : -w[i] * (residuals[i] - ofControls) / sum;
            for (int k = 0; k < slopeOfOdds.length && !isTreated; k++) {
                slopeOfOdds[k] += w[i] * (residuals[i] - ofControls) * x[i][k] / sum;
                slopeOfMeans[k] += w[i] * x[i][k] / sum;
            }
        }
        addErrorOfOdds(c, odds, slopeOfOdds);
        if (expected != null) {
            double[] means = expected.meansOfTreated();
            for (int k = 0; k < means.length; k++) {
                means[k] -= slopeOfMeans[k];
            }
            expected.addError(c, means, -1);
        }
        return new Contrast(ofTreated - ofControls, c, "");
    }

    private double[] weightsOfControls(Odds odds) {
        double[] w = new double[changes.length];
        for (int i = treated; i < w.length; i++) {
            double p = odds.probabilities[i];
            w[i] = p < MOST_LIKELY ? p / (1 - p) : 0;
        }
        return w;
    }

    private void addErrorOfOdds(double[] c, Odds odds, double[] slope) {
        double[] direction = odds.information.solve(slope);
        for (int i = 0; i < c.length; i++) {
            double surprise = (i < treated ? 1 : 0) - odds.probabilities[i];
            c[i] -= surprise * dot(x[i], direction);
        }
    }

    private double meanOfTreated(double[] values) {
        double sum = 0;
        for (int i = 0; i < treated; i++) {
            sum += values[i];
        }
        return sum / treated;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static PositiveSystem gram(double[][] x, double[] weights, int from, int until) {
        double[][] gram = new double[x[0].length][x[0].length];
        for (int i = from; i < until; i++) {
            for (int k = 0; k < gram.length; k++) {
                for (int m = 0; m <= k; m++) {
                    gram[k][m] += weights[i] * x[i][k] * x[i][m];
                }
            }
        }
        return PositiveSystem.of(gram);
    }

    /** The regression of changes on covariates among controls. */
    private final class Expected {
        private final PositiveSystem gram;
        private final double[] residuals = new double[changes.length];

        Expected() {
            double[] ones = new double[changes.length];
            Arrays.fill(ones, 1);
            gram = gram(x, ones, treated, changes.length);
            double[] products = new double[x[0].length];
            for (int i = treated; i < changes.length; i++) {
                for (int k = 0; k < products.length; k++) {
                    products[k] += x[i][k] * changes[i];
                }
            }
            double[] b = gram.solve(products);
            for (int i = 0; i < residuals.length; i++) {
                residuals[i] = changes[i] - dot(x[i], b);
            }
        }

        double[] residuals() {
            return residuals;
        }

        double[] meansOfTreated() {
            double[] means = new double[x[0].length];
            for (int i = 0; i < treated; i++) {
                for (int k = 0; k < means.length; k++) {
                    means[k] += x[i][k] / treated;
                }
            }
            return means;
        }

        /** Adds what estimating b does to an effect with this slope in m. */
        void addError(double[] c, double[] slope, int sign) {
            double[] direction = gram.solve(slope);
            for (int i = treated; i < c.length; i++) {
                c[i] += sign * residuals[i] * dot(x[i], direction);
            }
        }
    }
}
