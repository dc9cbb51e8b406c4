package org.kvartal.forecast.survey;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A share of answers, as of those that are content (CSAT: the two best of five), and how sure it is. The customary p -+ 1.96
 * sqrt(p (1 - p) / n) has no width at 0 and 1, and leaves 0 to 1 near them.
 * <pre>
 *   Wilson:           (p + z^2/2n -+ z sqrt(p (1 - p)/n + z^2/4n^2)) / (1 + z^2/n)
 *   Clopper-Pearson:  Beta(alpha/2; x, n - x + 1) to Beta(1 - alpha/2; x + 1, n - x), never too narrow
 *   Newcombe, p1 - p2:  d - sqrt((p1 - l1)^2 + (u2 - p2)^2) to d + sqrt((u1 - p1)^2 + (p2 - l2)^2)
 * </pre>
 * l and u are the ends of Wilson's intervals. Sources: Newcombe (1998), Two-sided confidence intervals for the single
 * proportion, Statistics in Medicine 17, methods 3 and 5; the same (1998), Interval estimation for the difference between
 * independent proportions, method 10.
 *
 * @param successes x
 * @param trials n, at least 1
 */
public record Share(long successes, long trials) {
    public Share {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "Invalid share: %d of %d must be from 0 to all of at least 1".formatted(successes, trials));
        }
    }

    /** p. */
    public double estimate() {
        return (double) successes / trials;
    }

    /** @param level confidence, as 0.95 */
    public Range wilson(double level) {
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(0.5 + level / 2);
        double p = estimate();
        double n = trials;
        double middle = p + z * z / (2 * n);
        double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        double scale = 1 + z * z / n;
        return new Range(Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale));
    }

    /** @param level confidence, as 0.95: at least this much of the time the share is inside */
    public Range clopperPearson(double level) {
        double tail = (1 - level) / 2;
        double low = successes == 0
                ? 0
                : new BetaDistribution(null, successes, trials - successes + 1.0).inverseCumulativeProbability(tail);
        double high = successes == trials
                ? 1
                : new BetaDistribution(null, successes + 1.0, (double) trials - successes)
                        .inverseCumulativeProbability(1 - tail);
        return new Range(low, high);
    }

    /** Interval of this share less another, of other people. */
    public Range lessBy(Share other, double level) {
        Range mine = wilson(level);
        Range others = other.wilson(level);
        double d = estimate() - other.estimate();
        return new Range(
                d - Math.hypot(estimate() - mine.low(), others.high() - other.estimate()),
                d + Math.hypot(mine.high() - estimate(), other.estimate() - others.low()));
    }
}
