package org.kvartal.forecast.pipeline;

import java.time.LocalDate;
import java.util.stream.IntStream;

/**
 * One forecast of a backtest beside what came.
 * <pre>
 *   pinball = mean over q = 0.05, 0.10 .. 0.95 of (q - 1{actual &lt; x_q}) (actual - x_q),  x_q the quantile
 * </pre>
 * Amounts, pinball and ranked probability score are in the project's currency.
 *
 * @param asOf day at whose end the forecast was made
 * @param period period asked for
 * @param mean forecast mean of what was still to be booked
 * @param p10 its quantile 0.1
 * @param p50 its median
 * @param p90 its quantile 0.9
 * @param actual what was booked from then to the end of the period
 * @param pinball mean pinball loss
 * @param rankedProbabilityScore continuous ranked probability score
 * @param rank probability that the forecast gave to less than what came
 */
public record OutlookScore(
        LocalDate asOf,
        BookingPeriod period,
        double mean,
        double p10,
        double p50,
        double p90,
        double actual,
        double pinball,
        double rankedProbabilityScore,
        double rank) {
    private static final int LEVELS = 19;

    static OutlookScore of(LocalDate asOf, BookingPeriod period, BookingsDistribution forecast, double actual) {
        return new OutlookScore(
                asOf,
                period,
                forecast.mean(),
                forecast.quantile(0.1),
                forecast.quantile(0.5),
                forecast.quantile(0.9),
                actual,
                pinball(forecast, actual),
                forecast.rankedProbabilityScore(actual),
                forecast.rank(actual));
    }

    /** Whether what came lies from P10 to P90. */
    public boolean isCovered() {
        return actual >= p10 && actual <= p90;
    }

    private static double pinball(BookingsDistribution forecast, double actual) {
        return IntStream.rangeClosed(1, LEVELS)
                .mapToDouble(level -> level / (LEVELS + 1.0))
                .map(q -> (actual < forecast.quantile(q) ? q - 1 : q) * (actual - forecast.quantile(q)))
                .average()
                .orElseThrow();
    }
}
