package org.kvartal.forecast.timeseries.ets;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One pass of ETS(M,Ad,M) through 100 months. */
@State(Scope.Benchmark)
public class EtsRecursionBenchmark {
    private final double[] errors = new double[100];
    private final double[] state = {100, 1, 1, 1.1, 1.2, 1.2, 1.1, 1, 0.9, 0.85, 0.8, 0.85, 0.9};
    private final EtsRecursion recursion = new EtsRecursion(months(), EtsForm.of("MAdM"), 12);

    private static double[] months() {
        double[] y = new double[100];
        for (int t = 0; t < y.length; t++) {
            y[t] = 100 + t + 20 * Math.sin(Math.PI * t / 6) + t * 7919 % 13;
        }
        return y;
    }

    @Benchmark
    public double run() {
        return recursion.run(0.3, 0.01, 0.1, 0.95, state, errors);
    }
}
