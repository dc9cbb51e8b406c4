package org.kvartal.forecast.survey;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Mean of answers on a scale, as 1 to 5.
 * <pre>
 *   from 30 answers   m -+ t(n - 1) s / sqrt(n)
 *   fewer             BCa bootstrap: quantiles of resampled means at Phi(z0 + (z0 -+ z) / (1 - a (z0 -+ z)))
 *                     z0 = Phi^-1(share of resampled means below m, half of those equal to it)
 *                     a  = sum (m - m_-i)^3 / (6 (sum (m - m_-i)^2)^1.5)         m_-i: mean without answer i
 * </pre>
 * The bootstrap follows the skew of answers that crowd at the best mark, and stays within the scale. Source: Efron (1987),
 * Better bootstrap confidence intervals, JASA 82.
 */
public final class MeanScore {
    /** From so many answers the mean is near enough to normal. */
    public static final int ENOUGH_FOR_T = 30;

    private static final int REPETITIONS = 4999;

    private final double[] answers;
    private final double mean;

    /** @param answers at least one */
    public MeanScore(double[] answers) {
        if (answers.length == 0) {
            throw new IllegalArgumentException("Invalid answers: there is none");
        }
        this.answers = answers.clone();
        this.mean = StatUtils.mean(answers);
    }

    public double value() {
        return mean;
    }

    /** s / sqrt(n); not a number of one answer. */
    public double standardError() {
        return answers.length < 2 ? Double.NaN : Math.sqrt(StatUtils.variance(answers) / answers.length);
    }

    /** The interval to show of independent answers; none of fewer than two, or of answers that are all alike. */
    public Estimate interval(double level, long seed) {
        return answers.length >= ENOUGH_FOR_T ? student(level, answers.length - 1.0, 1) : bootstrap(level, seed);
    }

    /** Student's interval of answers of which several come from one cluster; its freedom is that of the clusters. */
    public Estimate interval(double level, DesignEffect effect) {
        return student(level, Math.min(answers.length, effect.clusters()) - 1.0, effect.value());
    }

    private Estimate student(double level, double freedom, double designEffect) {
        if (!(freedom > 0) || !(standardError() > 0)) {
            return Estimate.alone(mean);
        }
        double t = new TDistribution(null, freedom).inverseCumulativeProbability(0.5 + level / 2);
        return Estimate.within(mean, t * standardError() * Math.sqrt(designEffect));
    }

    /**
     * This mean less another, of other answers, by Welch's interval.
     *
     * @param designEffect of these answers
     * @param otherEffect of the others
     */
    public Estimate less(MeanScore other, double level, double designEffect, double otherEffect) {
        double mine = standardError() * standardError() * designEffect;
        double its = other.standardError() * other.standardError() * otherEffect;
        double difference = mean - other.mean;
        if (!(mine + its > 0)) {
            return Estimate.alone(difference);
        }
        double freedom = (mine + its)
                * (mine + its)
                / (mine * mine / Math.max(1, answers.length / designEffect - 1)
                        + its * its / Math.max(1, other.answers.length / otherEffect - 1));
        double t = new TDistribution(null, freedom).inverseCumulativeProbability(0.5 + level / 2);
        return Estimate.within(difference, t * Math.sqrt(mine + its));
    }

    /** The interval by resampling. */
    public Estimate bootstrap(double level, long seed) {
        if (answers.length < 2 || !(standardError() > 0)) {
            return Estimate.alone(mean);
        }
        double[] means = resampled(seed);
        long below = Arrays.stream(means).filter(value -> value < mean).count();
        long equal = Arrays.stream(means).filter(value -> value == mean).count();
        double bias = new NormalDistribution().inverseCumulativeProbability((below + equal / 2.0) / REPETITIONS);
        double z = Share.z(level);
        return new Estimate(mean, quantile(means, bias, bias - z), quantile(means, bias, bias + z));
    }

    /** Sums of whole answers are exact, so that equal means are equal. */
    private double[] resampled(long seed) {
        Well19937c random = new Well19937c(seed);
        double[] means = new double[REPETITIONS];
        for (int r = 0; r < REPETITIONS; r++) {
            double sum = 0;
            for (int i = 0; i < answers.length; i++) {
                sum += answers[random.nextInt(answers.length)];
            }
            means[r] = sum / answers.length;
        }
        Arrays.sort(means);
        return means;
    }

    private double quantile(double[] sorted, double bias, double shifted) {
        double share = new NormalDistribution().cumulativeProbability(bias + shifted / (1 - acceleration() * shifted));
        int place = (int) Math.floor(share * sorted.length);
        return sorted[Math.max(0, Math.min(sorted.length - 1, place))];
    }

    /** m - m_-i = (y_i - m) / (n - 1). */
    private double acceleration() {
        double squares = 0;
        double cubes = 0;
        for (double answer : answers) {
            squares += (answer - mean) * (answer - mean);
            cubes += Math.pow(answer - mean, 3);
        }
        return cubes / (6 * Math.pow(squares, 1.5));
    }
}
