package org.kvartal.forecast.timeseries.conformal;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;

/** What a method would have missed, had it forecast from the origins of the last half of the history. */
final class PastErrors {
    private PastErrors() {}

    /** The scores of each step ahead, from 1. */
    static List<StepScores> of(Forecaster forecaster, TimeSeries history, int horizon, int refits) {
        int n = history.length();
        int step = Math.max(1, (2 * horizon + refits - 1) / refits);
        List<List<Double>> scores = new ArrayList<>();
        for (int h = 0; h < horizon; h++) {
            scores.add(new ArrayList<>());
        }
        for (int i = 1; i <= refits && 2 * (n - i * step) >= n && n - i * step >= 1; i++) {
            int origin = n - i * step;
            int reach = Math.min(horizon, n - origin);
            if (forecaster.forecast(history.first(origin), reach, Levels.none()) instanceof Forecasts forecasts
                    && forecasts.isFinite()) {
                for (int h = 1; h <= reach; h++) {
                    double actual = history.value(origin + h - 1);
                    if (!Double.isNaN(actual)) {
                        scores.get(h - 1).add(Math.abs(actual - forecasts.mean(h)));
                    }
                }
            }
        }
        return scores.stream().map(PastErrors::sorted).toList();
    }

    private static StepScores sorted(List<Double> scores) {
        return new StepScores(scores.stream().mapToDouble(score -> score).toArray());
    }
}
