package org.kvartal.forecast.timeseries.hierarchy;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * Forecasts every node of a hierarchy by itself and makes the forecasts add up.
 *
 * <p>Rolling origins of all nodes give the errors from which weights, correlations and the choice of the method come.
 * Bottom series that were never below 0 are not forecast below 0, nor are their sums.
 *
 * @param forecaster of each node
 * @param method of reconciliation; {@link ReconciliationMethod#AUTO} chooses
 * @param origins number of rolling origins, at least 1; fewer where the past is short
 * @param samples futures drawn for the ranges
 * @param threads on which nodes and steps are shared out; results do not depend on it
 * @param seed of the samples
 */
public record HierarchyForecaster(
        Forecaster forecaster, ReconciliationMethod method, int origins, int samples, int threads, long seed) {
    private static final int ORIGINS = 12;
    private static final int SAMPLES = 1000;
    private static final int FEWEST_ORIGINS = 3;

    public HierarchyForecaster {
        if (origins < 1 || samples < 2 || threads < 1) {
            throw new IllegalArgumentException(
                    "Invalid hierarchy forecast: %d origins, %d samples, %d threads, must be at least 1, 2, 1"
                            .formatted(origins, samples, threads));
        }
    }

    /** The method chosen at {@value #ORIGINS} rolling origins, {@value #SAMPLES} samples, one thread. */
    public static HierarchyForecaster of(Forecaster forecaster, long seed) {
        return new HierarchyForecaster(forecaster, ReconciliationMethod.AUTO, ORIGINS, SAMPLES, 1, seed);
    }

    public HierarchyForecaster withMethod(ReconciliationMethod newMethod) {
        return new HierarchyForecaster(forecaster, newMethod, origins, samples, threads, seed);
    }

    public HierarchyForecaster withOrigins(int newOrigins) {
        return new HierarchyForecaster(forecaster, method, newOrigins, samples, threads, seed);
    }

    public HierarchyForecaster withThreads(int newThreads) {
        return new HierarchyForecaster(forecaster, method, origins, samples, newThreads, seed);
    }

    /**
     * Forecasts all nodes.
     *
     * @param seriesByName the bottom series; all end at the same moment, shorter ones start later
     */
    public HierarchyForecast forecast(
            Grouping grouping, Map<String, TimeSeries> seriesByName, int horizon, Levels levels) {
        Forecaster.requireHorizon(horizon);
        NodeHistories histories = NodeHistories.of(grouping, seriesByName);
        BaseForecasts nodes = new BaseForecasts(forecaster, histories, grouping, horizon);
        Parallel parallel = new Parallel(threads);
        List<Forecasts> base = nodes.atEnd(levels, parallel);
        RollingForecasts rolling = nodes.rolling(origins, parallel);
        boolean errorsKnown = rolling.momentCount() >= FEWEST_ORIGINS * horizon;
        Optional<ReconciliationChoice> choice = method == ReconciliationMethod.AUTO && errorsKnown
                ? Optional.of(ReconciliationChoice.of(rolling, histories.seasonalChanges(), parallel))
                : Optional.empty();
        Reconciliation reconciliation =
                choice.map(ReconciliationChoice::chosen).orElseGet(() -> asked(rolling, histories));
        String reason = choice.map(ReconciliationChoice::reason).orElseGet(() -> reason(reconciliation));
        BitSet nonNegative = histories.neverNegative();
        List<double[]> means = parallel.map(horizon, h -> reconciliation.apply(meansOf(base, h + 1), nonNegative));
        List<CoherentSamples> drawn = errorsKnown && levels.count() > 0
                ? draw(base, reconciliation, new JointScores(rolling.errors()), parallel)
                : List.of();
        CoherentEnds ends = new CoherentEnds(grouping, base, drawn, nonNegative);
        List<Forecasts> coherent = parallel.map(base.size(), node -> ends.around(node, means, levels, reason));
        return new HierarchyForecast(grouping, base, coherent, reconciliation.method(), reason, choice, rolling);
    }

    /** The method asked for; structural weights, which need no errors, where the past is too short to choose. */
    private Reconciliation asked(RollingForecasts rolling, NodeHistories histories) {
        return switch (method) {
            case AUTO -> MinimumTrace.structural(rolling.grouping());
            case TOP_DOWN_HISTORY -> TopDown.byHistory(rolling.grouping(), histories.bottomMeans());
            default -> Reconciliation.of(method, rolling.grouping(), rolling.errors());
        };
    }

    private String reason(Reconciliation reconciliation) {
        return reconciliation.method().label()
                + (method == ReconciliationMethod.AUTO
                        ? ", as the past is too short for rolling origins"
                        : ", as asked");
    }

    private static double[] meansOf(List<Forecasts> base, int step) {
        return base.stream().mapToDouble(forecasts -> forecasts.mean(step)).toArray();
    }

    private List<CoherentSamples> draw(
            List<Forecasts> base, Reconciliation reconciliation, JointScores joint, Parallel parallel) {
        int horizon = base.get(0).horizon();
        return parallel.map(horizon, h -> CoherentSamples.draw(reconciliation, base, h + 1, joint, samples, seed + h));
    }
}
