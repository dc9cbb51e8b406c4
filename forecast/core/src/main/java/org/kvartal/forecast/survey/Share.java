package org.kvartal.forecast.survey;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How many of the answers are of a kind.
 * <pre>
 *   Wilson          (p + z^2/2n -+ z sqrt(p (1 - p) / n + z^2/4n^2)) / (1 + z^2/n)
 *   Clopper-Pearson quantiles of beta(x, n - x + 1) and beta(x + 1, n - x), 0 for x = 0 and 1 for x = n
 *   Newcombe        d -+ sqrt((p1 - low1)^2 + (high2 - p2)^2), and the ends exchanged        d = p1 - p2
 * </pre>
 * p = x / n; low and high are Wilson's. The customary p -+ z sqrt(p (1 - p) / n) has no width at 0 and 100 % and leaves 0 to
 * 1 near them. Sources: Wilson (1927), Probable inference, the law of succession, and statistical inference, Journal of the
 * American Statistical Association 22, 209-212; Newcombe (1998), Statistics in Medicine 17, 857-872 (methods 3 and 5) and
 * 873-890 (method 10).
 *
 * @param successes x, answers of the kind; not whole after a correction for clusters
 * @param answers n, above 0
 */
public record Share(double successes, double answers) {
    public Share {
        if (!(answers > 0) || !(successes >= 0) || !(successes <= answers)) {
            throw new IllegalArgumentException("Invalid share: " + successes + " of " + answers);
        }
    }

    public double value() {
        return successes / answers;
    }

    /**
     * The interval to show.
     *
     * @param level confidence, as 0.95
     */
    public Estimate wilson(double level) {
        double z = z(level);
        double p = value();
        double centre = p + z * z / (2 * answers);
        double half = z * Math.sqrt(p * (1 - p) / answers + z * z / (4 * answers * answers));
        double scale = 1 + z * z / answers;
        double low = successes == 0 ? 0 : (centre - half) / scale;
        double high = successes == answers ? 1 : (centre + half) / scale;
        return new Estimate(p, low, high);
    }

    /** An interval that holds at least as often as it says, whatever the share; wider than Wilson's. */
    public Estimate clopperPearson(double level) {
        double tail = (1 - level) / 2;
        double low = successes == 0 ? 0 : beta(successes, answers - successes + 1, tail);
        double high = successes == answers ? 1 : beta(successes + 1, answers - successes, 1 - tail);
        return new Estimate(value(), low, high);
    }

    private static double beta(double first, double second, double p) {
        return new BetaDistribution(null, first, second).inverseCumulativeProbability(p);
    }

    /** This share less another, of other answers. */
    public Estimate less(Share other, double level) {
        Estimate mine = wilson(level);
        Estimate its = other.wilson(level);
        double difference = mine.value() - its.value();
        return new Estimate(
                difference,
                difference - Math.hypot(mine.value() - mine.low(), its.high() - its.value()),
                difference + Math.hypot(mine.high() - mine.value(), its.value() - its.low()));
    }

    /**
     * The same share of as many answers as these are worth.
     *
     * @param designEffect how many times larger the variance is than of independent answers
     */
    public Share worth(double designEffect) {
        return new Share(successes / designEffect, answers / designEffect);
    }

    static double z(double level) {
        return new NormalDistribution().inverseCumulativeProbability(0.5 + level / 2);
    }
}
