package org.kvartal.forecast.timeseries.hierarchy;

import java.util.List;
import java.util.stream.IntStream;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.SeasonalBaseline;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * The forecasts of each node by itself, at the end of its past and at rolling origins.
 *
 * <pre>
 *   origin[i] = T - horizon - i max(1, horizon / 4)        i = 0, 1, ..., while two seasons and 8 values come before
 * </pre>
 *
 * A node the forecaster has nothing for is forecast by the baseline; one that has ended or has no value yet, by 0.
 */
final class BaseForecasts {
    private static final int STEPS_IN_HORIZON = 4;
    private static final int SHORTEST = 8;

    private final Forecaster forecaster;
    private final NodeHistories histories;
    private final Grouping grouping;
    private final int horizon;
    private final Forecaster baseline = new SeasonalBaseline();

    BaseForecasts(Forecaster forecaster, NodeHistories histories, Grouping grouping, int horizon) {
        this.forecaster = forecaster;
        this.histories = histories;
        this.grouping = grouping;
        this.horizon = horizon;
    }

    List<Forecasts> atEnd(Levels levels, Parallel parallel) {
        return parallel.map(grouping.nodeCount(), node -> at(node, histories.length(), levels));
    }

    /** Forecasts of all nodes from up to {@code count} origins, the oldest first. */
    RollingForecasts rolling(int count, Parallel parallel) {
        int step = Math.max(1, horizon / STEPS_IN_HORIZON);
        int earliest = Math.max(2 * histories.season(), SHORTEST);
        int[] origins = IntStream.iterate(histories.length() - horizon, origin -> origin - step)
                .limit(count)
                .takeWhile(origin -> origin >= earliest)
                .sorted()
                .toArray();
        List<double[]> byNode = parallel.map(grouping.nodeCount(), node -> means(node, origins));
        double[][] forecasts = new double[origins.length * horizon][grouping.nodeCount()];
        double[][] actuals = new double[origins.length * horizon][grouping.nodeCount()];
        for (int k = 0; k < forecasts.length; k++) {
            int moment = origins[k / horizon] + k % horizon;
            for (int node = 0; node < grouping.nodeCount(); node++) {
                forecasts[k][node] = byNode.get(node)[k];
                actuals[k][node] = histories.value(node, moment);
            }
        }
        return RollingForecasts.of(grouping, origins, horizon, forecasts, actuals);
    }

    private double[] means(int node, int[] origins) {
        double[] means = new double[origins.length * horizon];
        for (int i = 0; i < origins.length; i++) {
            System.arraycopy(at(node, origins[i], Levels.none()).means(), 0, means, i * horizon, horizon);
        }
        return means;
    }

    private Forecasts at(int node, int origin, Levels levels) {
        TimeSeries history = histories.before(node, origin);
        if (history.observedCount() == 0) {
            double[] zeros = new double[horizon];
            return Forecasts.normal("zero", "no value, or none for more than a season", zeros, zeros, levels);
        }
        ForecastResult result = forecaster.forecast(history, horizon, levels);
        return result instanceof Forecasts forecasts && forecasts.isFinite()
                ? forecasts
                : (Forecasts) baseline.forecast(history, horizon, levels);
    }
}
