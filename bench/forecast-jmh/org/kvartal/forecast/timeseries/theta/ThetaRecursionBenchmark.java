package org.kvartal.forecast.timeseries.theta;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One pass of the dynamic Theta method through 100 values. */
@State(Scope.Benchmark)
public class ThetaRecursionBenchmark {
    private final ThetaRecursion recursion = ThetaRecursion.dynamic(months());

    private static double[] months() {
        double[] y = new double[100];
        for (int t = 0; t < y.length; t++) {
            y[t] = 100 + t + 20 * Math.sin(Math.PI * t / 6) + t * 7919 % 13;
        }
        return y;
    }

    @Benchmark
    public double run() {
        return recursion.squaredErrors(50, 0.4, 2.5);
    }
}
