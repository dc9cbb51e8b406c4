package org.kvartal.forecast.timeseries.accuracy;

import java.util.List;
import org.kvartal.forecast.timeseries.Levels;

/**
 * The accuracy of a method over series and origins, pooled as {@link AccuracyTally} says.
 *
 * @param forecasts number of forecasts pooled
 * @param smape percent
 * @param owa against Naive 2 on the same forecasts
 * @param coverage share inside the interval of the level asked for
 */
public record AccuracySummary(
        int forecasts,
        double smape,
        double mase,
        double owa,
        double rmsse,
        double wape,
        double bias,
        double coverage,
        double msis,
        double pinball) {

    /**
     * Pools forecasts.
     *
     * @param benchmark the forecasts of {@link Naive2} for the same series and origins
     * @param level the level of the intervals to score
     */
    public static AccuracySummary of(List<ScoredForecast> scored, List<ScoredForecast> benchmark, double level) {
        if (scored.size() != benchmark.size()) {
            throw new IllegalArgumentException(
                    "Invalid benchmark: %d forecasts against %d".formatted(benchmark.size(), scored.size()));
        }
        AccuracyTally tally = new AccuracyTally(Levels.of(level));
        for (int i = 0; i < scored.size(); i++) {
            tally.add(scored.get(i), benchmark.get(i));
        }
        return tally.summary(level);
    }
}
