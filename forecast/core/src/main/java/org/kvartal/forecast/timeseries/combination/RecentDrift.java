package org.kvartal.forecast.timeseries.combination;

import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.RandomWalkWithDrift;
import org.kvartal.forecast.timeseries.TimeSeries;

/** The last value moved by the mean of the last five changes: {@link RandomWalkWithDrift} with a short memory. */
final class RecentDrift implements Forecaster {
    private static final int CHANGES = 5;

    private final Forecaster drift = new RandomWalkWithDrift();

    @Override
    public String name() {
        return "recent-drift";
    }

    @Override
    public ForecastResult forecast(TimeSeries complete, int horizon, Levels levels) {
        int n = complete.length();
        return drift.forecast(complete.between(Math.max(0, n - 1 - CHANGES), n), horizon, levels);
    }
}
