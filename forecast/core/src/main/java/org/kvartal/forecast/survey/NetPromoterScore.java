package org.kvartal.forecast.survey;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Share of promoters less share of detractors, from -1 to 1.
 * <pre>
 *   score = p - d,   var = (p + d - (p - d)^2) / n
 *   adjusted: the same after adding three answers, 3/4 of one to each end
 * </pre>
 * The adjusted interval is closer to its confidence when answers are few or all alike; its ends may pass -1 and 1 then.
 * Source: Rocks (2016), Interval estimation for the net promoter score, The American Statistician 70.
 *
 * @param promoters answers of 9 and 10
 * @param passives answers of 7 and 8
 * @param detractors answers of 0 to 6
 */
public record NetPromoterScore(long promoters, long passives, long detractors) {
    private static final double ADDED = 3;
    private static final double ADDED_TO_AN_END = 0.75;
    private static final int HIGHEST_DETRACTOR = 6;
    private static final int LOWEST_PROMOTER = 9;
    private static final int BEST = 10;

    /** No answer yet. */
    public static final NetPromoterScore NONE = new NetPromoterScore(0, 0, 0);

    public NetPromoterScore {
        if (promoters < 0 || passives < 0 || detractors < 0) {
            throw new IllegalArgumentException(
                    "Invalid answers: %d, %d, %d must be at least 0".formatted(promoters, passives, detractors));
        }
    }

    /** One more answer, from 0 to 10. */
    public NetPromoterScore and(int answer) {
        if (answer < 0 || answer > BEST) {
            throw new IllegalArgumentException("Invalid answer: " + answer + " must be from 0 to 10");
        }
        boolean isPromoter = answer >= LOWEST_PROMOTER;
        boolean isDetractor = answer <= HIGHEST_DETRACTOR;
        return new NetPromoterScore(
                promoters + (isPromoter ? 1 : 0),
                passives + (isPromoter || isDetractor ? 0 : 1),
                detractors + (isDetractor ? 1 : 0));
    }

    public long answers() {
        return promoters + passives + detractors;
    }

    public double estimate() {
        return (double) (promoters - detractors) / answers();
    }

    public double adjustedEstimate() {
        return (promoters - detractors) / (answers() + ADDED);
    }

    public Range interval(double level) {
        return around(estimate(), (double) (promoters + detractors) / answers(), answers(), level);
    }

    public Range adjustedInterval(double level) {
        double n = answers() + ADDED;
        return around(adjustedEstimate(), (promoters + detractors + 2 * ADDED_TO_AN_END) / n, n, level);
    }

    private static Range around(double score, double ends, double n, double level) {
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(0.5 + level / 2);
        double half = z * Math.sqrt((ends - score * score) / n);
        return new Range(score - half, score + half);
    }
}
