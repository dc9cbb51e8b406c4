package org.kvartal.forecast.timeseries.arima;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The exact likelihood of ARIMA(1,1,1)(0,1,1)[12] for 100 months. */
@State(Scope.Benchmark)
public class ArmaFilterBenchmark {
    private final double[] innovations = new double[87];
    private final double[] ar = {0.5};
    private final double[] ma = {-0.4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -0.6, 0.24};
    private final ArmaFilter filter = new ArmaFilter(Differences.of(months(), 1, 1, 12), ar.length, ma.length);

    private static double[] months() {
        double[] y = new double[100];
        for (int t = 0; t < y.length; t++) {
            y[t] = 100 + t + 20 * Math.sin(Math.PI * t / 6) + t * 7919 % 13;
        }
        return y;
    }

    @Benchmark
    public boolean run() {
        return filter.run(ar, ma, 0, innovations);
    }
}
