package org.kvartal.forecast.effect.inference;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.FDistribution;

/**
 * Whether several estimates could all be 0 but for chance.
 * <pre>
 *   W = x' V^-1 x
 *   many clusters: chi-square with q degrees of freedom       q: estimates
 *   few:           F = W (nu - q + 1) / (nu q),  q and nu - q + 1 degrees of freedom
 *   nu = (q + q^2) / sum over strata s of (tr((V_s V^-1)^2) + tr(V_s V^-1)^2) / (n_s - 1)
 * </pre>
 * V_s is the covariance that stratum s brings in, times n_s / (n_s - 1), and V their sum: with few controls nearly all of V
 * is known from them alone, and only nu says so. Sources: Wald (1943); Krishnamoorthy and Yu (2004), Modified Nel and Van der
 * Merwe test for the multivariate Behrens-Fisher problem, Statistics and Probability Letters 66.
 */
public final class JointTest {
    private static final double SIGNIFICANCE = 0.05;
    private static final double POWER = 0.8;
    private static final int MOST_TERMS = 2000;

    private final PositiveSystem covariance;
    private final double statistic;
    private final int estimates;
    private final double freedom;

    private JointTest(PositiveSystem covariance, double statistic, int estimates, double freedom) {
        this.covariance = covariance;
        this.statistic = statistic;
        this.estimates = estimates;
        this.freedom = freedom;
    }

    /**
     * The test for many clusters.
     *
     * @param contributions of the clusters to each estimate, [estimate][cluster]
     */
    public static JointTest ofMany(double[] estimates, double[][] contributions) {
        PositiveSystem covariance = PositiveSystem.of(products(contributions));
        return new JointTest(covariance, covariance.quadratic(estimates), covariance.rank(), Double.POSITIVE_INFINITY);
    }

    /** The test for few clusters. */
    public static JointTest ofFew(double[] estimates, double[][] contributions, Strata strata) {
        int q = estimates.length;
        double[][][] parts = new double[strata.count()][q][q];
        double[][] total = new double[q][q];
        for (int a = 0; a < q; a++) {
            for (int b = 0; b < q; b++) {
                double[] products = strata.products(contributions[a], contributions[b]);
                for (int s = 0; s < products.length; s++) {
                    int n = strata.size(s);
                    parts[s][a][b] = n > 1 ? products[s] * n / (n - 1) : products[s];
                    total[a][b] += parts[s][a][b];
                }
            }
        }
        PositiveSystem covariance = PositiveSystem.of(total);
        double spread = 0;
        for (int s = 0; s < parts.length; s++) {
            spread += spread(covariance, parts[s]) / Math.max(1, strata.size(s) - 1);
        }
        double rank = covariance.rank();
        double nu = Math.min(strata.clusters() - 1.0, (rank + rank * rank) / spread);
        return new JointTest(covariance, covariance.quadratic(estimates), covariance.rank(), nu - rank + 1);
    }

    private static double[][] products(double[][] contributions) {
        double[][] v = new double[contributions.length][contributions.length];
        for (int a = 0; a < v.length; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int c = 0; c < contributions[a].length; c++) {
                    sum += contributions[a][c] * contributions[b][c];
                }
                v[a][b] = sum;
                v[b][a] = sum;
            }
        }
        return v;
    }

    /** tr((P V^-1)^2) + tr(P V^-1)^2. */
    private static double spread(PositiveSystem v, double[][] part) {
        int q = part.length;
        double[][] ratio = new double[q][];
        double trace = 0;
        for (int a = 0; a < q; a++) {
            ratio[a] = v.solve(part[a]);
            trace += ratio[a][a];
        }
        double squares = 0;
        for (int a = 0; a < q; a++) {
            for (int b = 0; b < q; b++) {
                squares += ratio[a][b] * ratio[b][a];
            }
        }
        return squares + trace * trace;
    }

    /** W. */
    public double statistic() {
        return statistic;
    }

    /** How many estimates say something that the others do not. */
    public int degreesOfFreedom() {
        return estimates;
    }

    /** Whether there are clusters enough for the test. */
    public boolean isPossible() {
        return estimates > 0 && freedom >= 1;
    }

    /** Probability of estimates as far from 0 by chance; 1 where the test is not possible, for it rejects nothing. */
    public double p() {
        if (!isPossible()) {
            return 1;
        }
        return 1
                - (Double.isInfinite(freedom)
                        ? new ChiSquaredDistribution(null, estimates).cumulativeProbability(statistic)
                        : new FDistribution(null, estimates, freedom).cumulativeProbability(statistic * scale()));
    }

    private double scale() {
        return freedom / ((freedom + estimates - 1) * estimates);
    }

    /**
     * The least multiple of a pattern that the test finds with a probability of 80 % at 5 %.
     * <pre>
     *   b = sqrt(lambda / (d' V^-1 d))       lambda: noncentrality at which the test has that power
     * </pre>
     * Source: Roth (2022), Pretest with caution, American Economic Review: Insights 4.
     *
     * @param pattern d, by estimate
     */
    public double detectable(double... pattern) {
        double low = 0;
        double high = 1;
        while (power(high) < POWER && high < 1e9) {
            high *= 2;
        }
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (power(middle) < POWER) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.sqrt(high / covariance.quadratic(pattern));
    }

    /** Probability of rejecting: a mixture of central distributions by Poisson weights. */
    private double power(double noncentrality) {
        double denominator = Double.isInfinite(freedom) ? 1e6 : freedom;
        double critical =
                new FDistribution(null, estimates, denominator).inverseCumulativeProbability(1 - SIGNIFICANCE);
        double share = estimates * critical / (estimates * critical + denominator);
        double weight = Math.exp(-noncentrality / 2);
        double accepted = 0;
        if (weight == 0) {
            return 1;
        }
        double seen = 0;
        for (int j = 0; j < MOST_TERMS && seen < 1 - 1e-10; j++) {
            accepted += weight
                    * new BetaDistribution(null, estimates / 2.0 + j, denominator / 2).cumulativeProbability(share);
            seen += weight;
            weight *= noncentrality / 2 / (j + 1);
        }
        return 1 - accepted;
    }
}
