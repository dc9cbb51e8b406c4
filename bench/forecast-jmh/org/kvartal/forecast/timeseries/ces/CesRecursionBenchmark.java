package org.kvartal.forecast.timeseries.ces;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One pass of complex exponential smoothing with full season through 100 months. */
@State(Scope.Benchmark)
public class CesRecursionBenchmark {
    private final double[] parameters = {1.3, 1.0, 1.3, 1.0};
    private final double[] initial = {100, 90, 0, 10, 17, 20, 17, 10, 0, -10, -17, -20, -17, -10};
    private final CesRecursion recursion = new CesRecursion(months(), Ces.Season.FULL, 12, initial);

    private static double[] months() {
        double[] y = new double[100];
        for (int t = 0; t < y.length; t++) {
            y[t] = 100 + t + 20 * Math.sin(Math.PI * t / 6) + t * 7919 % 13;
        }
        return y;
    }

    @Benchmark
    public double run() {
        return recursion.squaredErrors(parameters);
    }
}
