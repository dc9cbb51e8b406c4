package org.kvartal.forecast.timeseries.hierarchy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;

/** Forecasts of every node of a hierarchy: means that add up, and ranges drawn from futures that add up. */
public final class HierarchyForecast {
    private final Grouping grouping;
    private final List<Forecasts> base;
    private final List<Forecasts> coherent;
    private final ReconciliationMethod method;
    private final String reason;
    private final Optional<ReconciliationChoice> choice;
    private final RollingForecasts rolling;

    HierarchyForecast(
            Grouping grouping,
            List<Forecasts> base,
            List<Forecasts> coherent,
            ReconciliationMethod method,
            String reason,
            Optional<ReconciliationChoice> choice,
            RollingForecasts rolling) {
        this.grouping = grouping;
        this.base = List.copyOf(base);
        this.coherent = List.copyOf(coherent);
        this.method = method;
        this.reason = reason;
        this.choice = choice;
        this.rolling = rolling;
    }

    /**
     * Forecasts all nodes and reconciles them by the method that is best at rolling origins, on one thread.
     *
     * @param seriesByName the bottom series; all end at the same moment, shorter ones start later
     * @param forecaster of each node
     * @param seed of the sample paths behind the ranges
     */
    public static HierarchyForecast of(
            Grouping grouping,
            Map<String, TimeSeries> seriesByName,
            Forecaster forecaster,
            int horizon,
            Levels levels,
            long seed) {
        return HierarchyForecaster.of(forecaster, seed).forecast(grouping, seriesByName, horizon, levels);
    }

    public Grouping grouping() {
        return grouping;
    }

    /** The coherent forecasts of a node by its name. */
    public Forecasts forecasts(String node) {
        int place = grouping.nodes().indexOf(node);
        if (place < 0) {
            throw new IllegalArgumentException("Invalid node: %s, the hierarchy has none of this name".formatted(node));
        }
        return coherent.get(place);
    }

    /** The coherent forecasts in the order of {@link Grouping#nodes()}. */
    public List<Forecasts> forecasts() {
        return coherent;
    }

    /** The forecasts before reconciliation, in the same order; they do not add up. */
    public List<Forecasts> base() {
        return base;
    }

    /** The method that made the forecasts coherent. */
    public ReconciliationMethod method() {
        return method;
    }

    /** Why this method. */
    public String reason() {
        return reason;
    }

    /** The base forecasts at rolling origins and what came; none where the past is too short. */
    public RollingForecasts rolling() {
        return rolling;
    }

    /** What the methods did at rolling origins, if one was chosen there. */
    public Optional<ReconciliationChoice> choice() {
        return choice;
    }
}
