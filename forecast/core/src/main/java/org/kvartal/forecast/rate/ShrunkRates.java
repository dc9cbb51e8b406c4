package org.kvartal.forecast.rate;

import java.util.List;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * Rates of groups, each drawn towards the rate of all by as much as chance explains (empirical Bayes, beta-binomial): three
 * wins of three are not a win rate of 100 %.
 * <pre>
 *   p_j ~ Beta(m M, (1 - m) M),  k_j ~ Binomial(n_j, p_j)           m: mean rate, M: cases that the prior weighs
 *   m = K / N,  K = sum k_j,  N = sum n_j
 *   X2 = sum n_j (k_j / n_j - m)^2 / (m (1 - m))
 *   g  = (X2 - (J - 1)) / (N - sum n_j^2 / N - (J - 1)),  from 1 / (N + 1) to 1 / 2
 *   M  = 1 / g - 1
 *   p_j | k_j ~ Beta(m M + k_j, (1 - m) M + n_j - k_j)
 * </pre>
 * J groups with k_j of n_j cases. g is the correlation of two cases of a group: m (1 - m) g is the variance of the true
 * rates. It is kept above 1 / (N + 1), because the mean itself is not known better than by N cases; then the groups do not
 * differ that could be seen. Source: Kleinman (1973), Proportions with extraneous variance: single and independent samples,
 * JASA 68, 46-54, equation for g with weights n_j.
 *
 * @param mean m
 * @param priorCases M
 */
public record ShrunkRates(double mean, double priorCases) {
    private static final double MOST_CORRELATION = 0.5;

    /**
     * A rate with its interval.
     *
     * @param mean of the distribution of the true rate
     * @param low lower end
     * @param high upper end
     */
    public record Rate(double mean, double low, double high) {}

    /** @throws IllegalArgumentException without a case */
    public static ShrunkRates of(List<Tally> tallies) {
        double cases = tallies.stream().mapToLong(Tally::trials).sum();
        if (cases == 0) {
            throw new IllegalArgumentException("Invalid tallies: no case in " + tallies.size() + " groups");
        }
        double mean = Homogeneity.rate(tallies);
        double correlation = correlation(tallies, mean, cases);
        double bounded = Math.min(MOST_CORRELATION, Math.max(1 / (cases + 1), correlation));
        return new ShrunkRates(mean, 1 / bounded - 1);
    }

    private static double correlation(List<Tally> tallies, double mean, double cases) {
        double statistic = 0;
        double squares = 0;
        int groups = 0;
        for (Tally tally : tallies) {
            double n = tally.trials();
            if (n > 0) {
                statistic += Math.pow(tally.successes() - n * mean, 2) / (n * mean * (1 - mean));
                squares += n * n;
                groups++;
            }
        }
        double scale = cases - squares / cases - (groups - 1);
        return scale > 0 && mean > 0 && mean < 1 ? (statistic - (groups - 1)) / scale : 0;
    }

    /** Standard deviation of the true rates of the groups. */
    public double spread() {
        return Math.sqrt(mean * (1 - mean) / (priorCases + 1));
    }

    /**
     * The rate of a group, from its own cases and those of the others.
     *
     * @param level probability that the true rate lies in the interval, as 0.95
     */
    public Rate rate(Tally tally, double level) {
        double won = mean * priorCases + tally.successes();
        double lost = (1 - mean) * priorCases + tally.trials() - tally.successes();
        if (won <= 0 || lost <= 0) {
            return new Rate(mean, mean, mean);
        }
        BetaDistribution rates = new BetaDistribution(won, lost);
        return new Rate(
                won / (won + lost),
                rates.inverseCumulativeProbability((1 - level) / 2),
                rates.inverseCumulativeProbability((1 + level) / 2));
    }
}
