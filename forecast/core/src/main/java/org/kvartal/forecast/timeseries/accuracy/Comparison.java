package org.kvartal.forecast.timeseries.accuracy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * Methods side by side: each forecasts the same series from the same origins.
 *
 * <p>Only origins from which {@link Naive2} has a forecast count, since OWA needs one; that is every origin with an
 * observed value before it. A method without a forecast from an origin is not scored there.
 */
public final class Comparison {
    private static final Forecaster BENCHMARK = new Naive2();

    private final Levels levels;
    private final Map<String, AccuracyTally> tallies = new LinkedHashMap<>();

    public Comparison(Levels levels) {
        this.levels = levels;
    }

    /** The methods on one series. */
    public static Comparison of(
            TimeSeries series, List<? extends Forecaster> methods, Backtest backtest, Levels levels) {
        Comparison comparison = new Comparison(levels);
        Map<Integer, ScoredForecast> benchmark = backtest.run(BENCHMARK, series, Levels.none()).stream()
                .collect(Collectors.toMap(ScoredForecast::origin, Function.identity()));
        for (Forecaster method : methods) {
            AccuracyTally tally = new AccuracyTally(levels);
            for (ScoredForecast scored : backtest.run(method, series, levels)) {
                if (benchmark.containsKey(scored.origin())) {
                    tally.add(scored, benchmark.get(scored.origin()));
                }
            }
            comparison.tallies.put(method.name(), tally);
        }
        return comparison;
    }

    /** Adds a forecast of a method; its history has an observed value. */
    public void add(String method, ScoredForecast scored) {
        Forecasts benchmark = (Forecasts) BENCHMARK.forecast(scored.history(), scored.actuals().length, Levels.none());
        tallies.computeIfAbsent(method, unseen -> new AccuracyTally(levels))
                .add(scored, new ScoredForecast(scored.history(), benchmark, scored.actuals()));
    }

    /** Adds the accuracy of methods on other series. */
    public void add(Comparison other) {
        other.tallies.forEach((method, tally) -> tallies.computeIfAbsent(method, unseen -> new AccuracyTally(levels))
                .add(tally));
    }

    /** The names of the methods, in the order in which they were given. */
    public List<String> methods() {
        return List.copyOf(tallies.keySet());
    }

    public Levels levels() {
        return levels;
    }

    /** The accuracy of a method, with the intervals of one of the levels. */
    public AccuracySummary summary(String method, double level) {
        AccuracyTally tally = tallies.get(method);
        if (tally == null) {
            throw new IllegalArgumentException("Invalid method: %s, compared are %s".formatted(method, methods()));
        }
        return tally.summary(level);
    }
}
