package org.kvartal.forecast.timeseries.accuracy;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The accuracy of a method over series and origins: the mean of each measure where it is defined.
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
        double smape = mean(scored, ScoredForecast::smape);
        double mase = mean(scored, ScoredForecast::mase);
        double owa = PointMeasures.owa(
                smape, mase, mean(benchmark, ScoredForecast::smape), mean(benchmark, ScoredForecast::mase));
        return new AccuracySummary(
                scored.size(),
                smape,
                mase,
                owa,
                mean(scored, ScoredForecast::rmsse),
                mean(scored, ScoredForecast::wape),
                mean(scored, ScoredForecast::bias),
                mean(scored, f -> f.coverage(level)),
                mean(scored, f -> f.msis(level)),
                mean(scored, f -> f.pinball(level)));
    }

    private static double mean(List<ScoredForecast> scored, ToDoubleFunction<ScoredForecast> measure) {
        return scored.stream()
                .mapToDouble(measure)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }
}
