package org.kvartal.forecast.effect;

import org.kvartal.forecast.effect.inference.Interval;

/**
 * Effects of several groups, each drawn towards their mean by as much as chance explains: the best of ten small groups is
 * mostly the luckiest.
 * <pre>
 *   y(j) ~ N(theta(j), s(j)^2),   theta(j) ~ N(mu, tau^2)
 *   Q     = sum of w(j) (y(j) - m)^2                w(j) = 1 / s(j)^2,  m: mean weighted by w
 *   tau^2 = max(0, (Q - (k - 1)) / (W - sum of w(j)^2 / W))          W: sum of w,  k: groups
 *   mu    = mean weighted by v(j) = 1 / (s(j)^2 + tau^2)             variance: 1 / sum of v
 *   theta^(j) = b y(j) + (1 - b) mu                 b = tau^2 / (tau^2 + s(j)^2)
 *   variance  = b s(j)^2 + (1 - b)^2 / sum of v
 * </pre>
 * Where tau is 0 the groups do not differ that could be seen, and all have the mean. Sources: DerSimonian and Laird (1986),
 * Meta-analysis in clinical trials, Controlled Clinical Trials 7 (tau); Raudenbush and Bryk (1985), Empirical Bayes
 * meta-analysis, Journal of Educational Statistics 10 (shrinkage).
 */
public final class PooledEffects {
    private static final double NORMAL = 1.959963984540054;

    private final double[] effects;
    private final double[] errors;
    private final double between;
    private final double mean;
    private final double variance;

    /**
     * @param effects y, at least one
     * @param errors s, above 0
     */
    public PooledEffects(double[] effects, double[] errors) {
        this.effects = effects.clone();
        this.errors = errors.clone();
        this.between = between();
        double weights = 0;
        double sum = 0;
        for (int j = 0; j < effects.length; j++) {
            double weight = 1 / (errors[j] * errors[j] + between);
            weights += weight;
            sum += weight * effects[j];
        }
        this.mean = sum / weights;
        this.variance = 1 / weights;
    }

    private double between() {
        double weights = 0;
        double squares = 0;
        double sum = 0;
        for (int j = 0; j < effects.length; j++) {
            double weight = 1 / (errors[j] * errors[j]);
            weights += weight;
            squares += weight * weight;
            sum += weight * effects[j];
        }
        double statistic = 0;
        for (int j = 0; j < effects.length; j++) {
            statistic += Math.pow((effects[j] - sum / weights) / errors[j], 2);
        }
        double scale = weights - squares / weights;
        return scale > 0 ? Math.max(0, (statistic - (effects.length - 1)) / scale) : 0;
    }

    /** mu. */
    public double mean() {
        return mean;
    }

    public double standardError() {
        return Math.sqrt(variance);
    }

    /** tau^2, the variance of the true effects. */
    public double betweenVariance() {
        return between;
    }

    /** The effect of a group, from its own and those of the others. */
    public double shrunk(int group) {
        double own = ownShare(group);
        return own * effects[group] + (1 - own) * mean;
    }

    /** Interval of 95 % of a shrunk effect. */
    public Interval interval(int group) {
        double own = ownShare(group);
        double half = NORMAL * Math.sqrt(own * errors[group] * errors[group] + (1 - own) * (1 - own) * variance);
        return new Interval(shrunk(group) - half, shrunk(group) + half);
    }

    private double ownShare(int group) {
        return between / (between + errors[group] * errors[group]);
    }
}
