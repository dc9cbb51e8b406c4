package org.kvartal.forecast.survey;

/**
 * Net promoter score: the share of promoters (9 and 10 of 0 to 10) less that of detractors (0 to 6).
 * <pre>
 *   score    = p - d,   variance v = (p + d - (p - d)^2) / n,   score -+ z sqrt(v)
 *   adjusted = the same after adding 3 answers: 3/4 promoter, 3/4 detractor, 3/2 passive
 * </pre>
 * From -1 to 1. The plain interval has no width where all are promoters; the adjusted one covers as it should, but may leave
 * -1 to 1. Scores of teams are pooled, never averaged. Source: Rocks (2016), Interval estimation for the net promoter score,
 * The American Statistician 70(4).
 *
 * @param promoters answers of 9 and 10; not whole after a correction for clusters
 * @param passives answers of 7 and 8
 * @param detractors answers of 0 to 6
 */
public record NetPromoterScore(double promoters, double passives, double detractors) {
    private static final double ADDED_AT_EACH_END = 0.75;
    private static final double ADDED_BETWEEN = 1.5;
    private static final double FEWEST_PROMOTING = 9;
    private static final double MOST_DETRACTING = 6;

    public NetPromoterScore {
        if (!(promoters >= 0) || !(passives >= 0) || !(detractors >= 0) || promoters + passives + detractors == 0) {
            throw new IllegalArgumentException("Invalid counts: %s, %s, %s".formatted(promoters, passives, detractors));
        }
    }

    /** What an answer from 0 to 10 adds to the score: 1, 0 or -1. */
    public static int sign(double answer) {
        return answer >= FEWEST_PROMOTING ? 1 : answer <= MOST_DETRACTING ? -1 : 0;
    }

    public double answers() {
        return promoters + passives + detractors;
    }

    public double value() {
        return (promoters - detractors) / answers();
    }

    /** Of the estimated score. */
    public double variance() {
        double score = value();
        return ((promoters + detractors) / answers() - score * score) / answers();
    }

    /** The customary interval, for comparison with what others publish. */
    public Estimate plain(double level) {
        return Estimate.within(value(), Share.z(level) * Math.sqrt(Math.max(0, variance())));
    }

    /** The interval to show; its centre is drawn towards 0. */
    public Estimate adjusted(double level) {
        return adjusted().plain(level);
    }

    /** The same score of as many answers as these are worth. */
    public NetPromoterScore worth(double designEffect) {
        return new NetPromoterScore(promoters / designEffect, passives / designEffect, detractors / designEffect);
    }

    /** This score less another, of other answers: -+ z sqrt(v1 + v2), both adjusted. */
    public Estimate less(NetPromoterScore other, double level) {
        double variance = adjusted().variance() + other.adjusted().variance();
        return Estimate.within(adjusted().value() - other.adjusted().value(), Share.z(level) * Math.sqrt(variance));
    }

    private NetPromoterScore adjusted() {
        return new NetPromoterScore(
                promoters + ADDED_AT_EACH_END, passives + ADDED_BETWEEN, detractors + ADDED_AT_EACH_END);
    }
}
