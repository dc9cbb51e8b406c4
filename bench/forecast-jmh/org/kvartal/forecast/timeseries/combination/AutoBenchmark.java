package org.kvartal.forecast.timeseries.combination;

import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The default, all methods with intervals: 100 months, 12 ahead. */
@State(Scope.Benchmark)
public class AutoBenchmark {
    private final Auto auto = new Auto();
    private final TimeSeries history = TimeSeries.seasonal(months(), 12);
    private final Levels levels = Levels.of(0.8, 0.95);

    private static double[] months() {
        double[] y = new double[100];
        for (int t = 0; t < y.length; t++) {
            y[t] = 100 + t + 20 * Math.sin(Math.PI * t / 6) + t * 7919 % 13;
        }
        return y;
    }

    @Benchmark
    public ForecastResult forecast() {
        return auto.forecast(history, 12, levels);
    }
}
