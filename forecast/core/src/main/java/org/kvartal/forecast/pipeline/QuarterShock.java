package org.kvartal.forecast.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A good or a bad quarter moves all deals together: a random effect on the logit of their win probabilities.
 * <pre>
 *   logit(p_i | d) = logit(p_i) + d,  d ~ N(0, s2)
 *   s2 = sum over past periods t of ((W_t - sum p)^2 - V_t) / sum of V_t^2,  V_t = sum p(1-p), s2 from 0.01 to 1
 * </pre>
 * W_t counts the wins among the deals open at the start of period t, p is what the model, fitted on what was known
 * then, gave them. Moments are summed over the periods before the division, since the mean of ratios is ruled by
 * the periods with few deals. Source: Williams, Extra-binomial variation in logistic linear models, Applied
 * Statistics 31, 1982.
 *
 * @param standardDeviation s, on the logit scale
 * @param periods number of past periods it rests on; 0 means that the default is used
 */
public record QuarterShock(double standardDeviation, int periods) {
    private static final double MIN_VARIANCE = 0.01;
    private static final double MAX_VARIANCE = 1;
    private static final QuarterShock DEFAULT = new QuarterShock(0.25, 0);
    private static final int MIN_PERIODS = 4;
    private static final int MAX_PERIODS = 12;
    private static final int SCORES = 31;

    /** Estimates the shock from past periods of the given length, the last of which ends at the as-of date. */
    static QuarterShock estimate(DealHistory history, int days, Function<DealHistory, DealModel> fit) {
        Map<String, Deal> now = history.deals().stream()
                .collect(Collectors.toMap(Deal::id, Function.identity(), (first, second) -> first));
        List<double[]> moments = new ArrayList<>();
        for (int period = 1; period <= MAX_PERIODS; period++) {
            DealHistory then = history.knownAt(history.asOf().minusDays((long) period * days));
            if (!EvidenceLevel.MONTHS_OF_AGE.isMetBy(then)) {
                break;
            }
            moments.add(moments(then, then.asOf().plusDays(days), fit.apply(then), now));
        }
        return moments.size() < MIN_PERIODS ? DEFAULT : fromMoments(moments);
    }

    private static double[] moments(DealHistory then, LocalDate until, DealModel model, Map<String, Deal> now) {
        double surprise = 0;
        double variance = 0;
        for (Deal deal : then.open()) {
            double p = model.forecast(deal, until).winInPeriod();
            surprise -= p;
            variance += p * (1 - p);
            if (now.getOrDefault(deal.id(), deal).isWonWithin(then.asOf(), until)) {
                surprise++;
            }
        }
        return new double[] {surprise * surprise - variance, variance * variance};
    }

    private static QuarterShock fromMoments(List<double[]> moments) {
        double excess = moments.stream().mapToDouble(moment -> moment[0]).sum();
        double scale = moments.stream().mapToDouble(moment -> moment[1]).sum();
        double variance = scale > 0 ? excess / scale : MIN_VARIANCE;
        double bounded = Math.min(MAX_VARIANCE, Math.max(MIN_VARIANCE, variance));
        return new QuarterShock(Math.sqrt(bounded), moments.size());
    }

    /** Equally likely values of a standard normal shock, with mean 0 and variance 1. */
    static double[] scores() {
        NormalDistribution normal = new NormalDistribution();
        double[] scores = IntStream.range(0, SCORES)
                .mapToDouble(i -> normal.inverseCumulativeProbability((i + 0.5) / SCORES))
                .toArray();
        double variance = IntStream.range(0, SCORES)
                        .mapToDouble(i -> scores[i] * scores[i])
                        .sum()
                / SCORES;
        return IntStream.range(0, SCORES)
                .mapToDouble(i -> scores[i] / Math.sqrt(variance))
                .toArray();
    }

    /** The win probability under each score, scaled so that its mean over the scores stays. */
    double[] probabilities(double p, double[] scores) {
        double[] shifted = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            double odds = p * Math.exp(standardDeviation * scores[i]);
            shifted[i] = odds / (1 - p + odds);
            sum += shifted[i];
        }
        for (int i = 0; i < scores.length && sum > 0; i++) {
            shifted[i] = Math.min(1, shifted[i] * p * scores.length / sum);
        }
        return shifted;
    }
}
