package org.kvartal.forecast.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How a forecast would have done: made at past origins from what was known then, and scored with what came.
 * <pre>
 *   coverage      = share of periods whose bookings lie from P10 to P90; right is 0.8
 *   standardError = sqrt(coverage (1 - coverage) / n)
 *   bias          = mean of (forecast mean - actual), in the project's currency
 * </pre>
 * The model is fitted again at each origin. Eight quarters cannot prove a coverage: its standard error is 0.14.
 *
 * @param scores one per origin at which the forecast could be made, in the order of the origins
 * @param refusals origins at which it could not
 */
public record OutlookBacktest(List<OutlookScore> scores, int refusals) {
    private static final int RANK_CLASSES = 10;

    public OutlookBacktest {
        scores = List.copyOf(scores);
    }

    /** A past day at whose end a forecast of a period is made. */
    public record Origin(LocalDate asOf, BookingPeriod period) {}

    /**
     * Runs a forecast at each origin. Origins whose period has not ended at the as-of date of the history are left out,
     * since what came is not known.
     */
    public static OutlookBacktest run(BookingsForecast forecast, DealHistory history, List<Origin> origins) {
        List<OutlookScore> scores = new ArrayList<>();
        int refusals = 0;
        for (Origin origin : origins) {
            BookingPeriod period = origin.period();
            if (period.lastDay().isAfter(history.asOf())) {
                continue;
            }
            Optional<BookingsDistribution> made = forecast.remaining(history.knownAt(origin.asOf()), period);
            double actual = history.wonBetween(origin.asOf().plusDays(1), period.lastDay())
                    .doubleValue();
            made.ifPresent(remaining -> scores.add(OutlookScore.of(origin.asOf(), period, remaining, actual)));
            refusals += made.isPresent() ? 0 : 1;
        }
        return new OutlookBacktest(scores, refusals);
    }

    /** This backtest without the origins at which another forecast could not be made, for a fair comparison. */
    public OutlookBacktest sharedWith(OutlookBacktest other) {
        List<Origin> shared = other.scores.stream().map(OutlookBacktest::origin).toList();
        return new OutlookBacktest(
                scores.stream().filter(score -> shared.contains(origin(score))).toList(), refusals);
    }

    public double pinball() {
        return mean(OutlookScore::pinball);
    }

    public double rankedProbabilityScore() {
        return mean(OutlookScore::rankedProbabilityScore);
    }

    public double coverage() {
        return mean(score -> score.isCovered() ? 1 : 0);
    }

    public double coverageStandardError() {
        return Math.sqrt(coverage() * (1 - coverage()) / scores.size());
    }

    public double bias() {
        return mean(score -> score.mean() - score.actual());
    }

    /** Mean absolute error of the median. */
    public double medianError() {
        return mean(score -> Math.abs(score.p50() - score.actual()));
    }

    /** Counts of the ranks in ten equal classes from 0 to 1: even when the forecast is calibrated. */
    public List<Integer> rankHistogram() {
        List<Integer> counts = new ArrayList<>(Collections.nCopies(RANK_CLASSES, 0));
        for (OutlookScore score : scores) {
            int rankClass = Math.min(RANK_CLASSES - 1, (int) (score.rank() * RANK_CLASSES));
            counts.set(rankClass, counts.get(rankClass) + 1);
        }
        return List.copyOf(counts);
    }

    private static Origin origin(OutlookScore score) {
        return new Origin(score.asOf(), score.period());
    }

    /** Not a number when no forecast could be made. */
    private double mean(ToDoubleFunction<OutlookScore> value) {
        return scores.stream().mapToDouble(value).average().orElse(Double.NaN);
    }
}
