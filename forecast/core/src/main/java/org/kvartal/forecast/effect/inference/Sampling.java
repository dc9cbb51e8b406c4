package org.kvartal.forecast.effect.inference;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The sampling error of an estimate whose error is a sum of contributions of independent clusters.
 * <pre>
 *   se  = sqrt(sum over clusters of c[k]^2)                         k: clusters, c in the unit of the estimate
 *   V_s = n_s / (n_s - 1) * sum over clusters k of stratum s of c[k]^2
 *   V   = sum of V_s + unseen
 *   df  = V^2 / (sum of V_s^2 / (n_s - 1))
 *   interval = estimate -+ t(df) sqrt(V)
 * </pre>
 * The standard error is the customary one. It is too small when strata are small, because each is measured around a mean of
 * its own: the interval then takes V, which is the bias-reduced variance (CR2) of a comparison of means of strata, and the
 * degrees of freedom of Satterthwaite. With at least 40 clusters and 20 in each stratum that matters the interval is
 * estimate -+ 1.96 se. Sources: Callaway and Sant'Anna (2021), Journal of Econometrics 225, section 4 (contributions); Bell
 * and McCaffrey (2002), Survey Methodology 28, and Imbens and Kolesar (2016), Review of Economics and Statistics 98
 * (correction and degrees of freedom); Cameron and Miller (2015), Journal of Human Resources 50, section VI (few clusters).
 */
public final class Sampling {
    /** Below this many clusters normal quantiles are too optimistic. */
    static final int MANY_CLUSTERS = 40;

    private static final int LARGE_STRATUM = 20;
    private static final double LEVEL = 0.975;
    private static final double SIGNIFICANCE = 0.05;
    private static final double POWER = 0.8;
    private static final double NEGLIGIBLE = 1e-9;

    private final double standardError;
    private final double adjusted;
    private final double degreesOfFreedom;

    private Sampling(double standardError, double adjusted, double degreesOfFreedom) {
        this.standardError = standardError;
        this.adjusted = adjusted;
        this.degreesOfFreedom = degreesOfFreedom;
    }

    /**
     * @param contributions of the clusters, in the unit of the estimate
     * @param unseen variance that the contributions cannot show, as that of a stratum of one cluster
     */
    public static Sampling of(double[] contributions, Strata strata, double unseen) {
        return of(contributions, strata, unseen, 1);
    }

    /**
     * The same where the unseen variance has been seen elsewhere.
     *
     * @param freedom degrees of freedom with which it was
     */
    public static Sampling of(double[] contributions, Strata strata, double unseen, double freedom) {
        double[] sums = strata.products(contributions, contributions);
        double plain = 0;
        for (double sum : sums) {
            plain += sum;
        }
        boolean isLarge = unseen == 0 && strata.clusters() >= MANY_CLUSTERS;
        double total = unseen;
        double uncertain = unseen * unseen / freedom;
        for (int s = 0; s < sums.length; s++) {
            int free = Math.max(1, strata.size(s) - 1);
            double variance = strata.size(s) > 1 ? sums[s] * strata.size(s) / free : sums[s];
            total += variance;
            uncertain += variance * variance / free;
            isLarge &= sums[s] <= NEGLIGIBLE * plain || strata.size(s) >= LARGE_STRATUM;
        }
        if (isLarge || total == 0) {
            return new Sampling(Math.sqrt(plain), Math.sqrt(plain), Double.POSITIVE_INFINITY);
        }
        double df = Math.max(1, Math.min(strata.clusters() - 1.0, total * total / uncertain));
        return new Sampling(Math.sqrt(plain), Math.sqrt(total), df);
    }

    /** The same with another customary factor of small samples on the variance. */
    public Sampling times(double factor) {
        double root = Math.sqrt(factor);
        return new Sampling(standardError * root, Math.max(adjusted, standardError * root), degreesOfFreedom);
    }

    public double standardError() {
        return standardError;
    }

    /** Infinite where the normal distribution serves. */
    public double degreesOfFreedom() {
        return degreesOfFreedom;
    }

    public boolean isSmall() {
        return degreesOfFreedom < Double.POSITIVE_INFINITY;
    }

    public Interval interval(double estimate) {
        double half = quantile(LEVEL) * adjusted;
        return new Interval(estimate - half, estimate + half);
    }

    /** Two-sided probability of an estimate as far from a value, if the value were true. */
    public double p(double estimate, double value) {
        double statistic = Math.abs(estimate - value) / adjusted;
        return 2
                * (isSmall()
                        ? new TDistribution(null, degreesOfFreedom).cumulativeProbability(-statistic)
                        : new NormalDistribution(null, 0, 1).cumulativeProbability(-statistic));
    }

    /**
     * The least true effect that a test at 5 % finds with a probability of 80 %.
     * <pre>
     *   (t(0.975, df) + t(0.8, df)) sqrt(V)
     * </pre>
     * Source: Bloom (1995), Minimum detectable effects, Evaluation Review 19.
     */
    public double minimumDetectableEffect() {
        return minimumDetectableEffect(SIGNIFICANCE);
    }

    /** The same of a test at another level than 5 %. */
    public double minimumDetectableEffect(double significance) {
        return (quantile(1 - significance / 2) + quantile(POWER)) * adjusted;
    }

    private double quantile(double probability) {
        return isSmall()
                ? new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(probability)
                : new NormalDistribution(null, 0, 1).inverseCumulativeProbability(probability);
    }
}
