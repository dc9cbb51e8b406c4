package org.kvartal.forecast.pipeline.simulation;

import java.util.List;
import java.util.random.RandomGenerator;

/** Draws that more than one shape needs. */
final class Draws {
    private Draws() {}

    static <T> T oneOf(List<T> values, RandomGenerator random) {
        return values.get(random.nextInt(values.size()));
    }

    /** Knuth's product of uniforms: for small means. */
    static int poisson(double mean, RandomGenerator random) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    static double logNormal(double deviation, RandomGenerator random) {
        return Math.exp(deviation * random.nextGaussian());
    }
}
