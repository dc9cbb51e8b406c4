package org.kvartal.jobs.demo;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A named stream of chance. Each part of the business draws from its own, so that adding a part leaves the others as they
 * were. {@link StrictMath} keeps the draws the same on every machine.
 */
final class Dice {
    private static final double LARGEST_POISSON_STEP = 30;

    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    static Dice of(long seed, String stream) {
        SplittableRandom named = new SplittableRandom(stream.hashCode());
        return new Dice(new SplittableRandom(seed ^ named.nextLong()));
    }

    double uniform() {
        return random.nextDouble();
    }

    double uniform(double from, double to) {
        return from + (to - from) * uniform();
    }

    /** A whole number, both ends included. */
    int between(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    double normal(double mean, double sd) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return mean + sd * radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** A log-normal value; {@code sigma} is the standard deviation of its logarithm. */
    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(normal(0, sigma));
    }

    int poisson(double mean) {
        if (mean > LARGEST_POISSON_STEP) {
            return poisson(mean / 2) + poisson(mean / 2);
        }
        double limit = StrictMath.exp(-mean);
        double product = uniform();
        int count = 0;
        while (product > limit) {
            product *= uniform();
            count++;
        }
        return count;
    }

    /** A gamma value of mean 1 and variance 1 / shape, by Marsaglia and Tsang (2000); shape at least 1. */
    double gamma(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal(0, 1);
            double v = StrictMath.pow(1 + c * x, 3);
            if (v > 0 && StrictMath.log(1 - uniform()) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                return d * v / shape;
            }
        }
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    <T> T pick(Choice<T> choice) {
        return choice.at(uniform());
    }
}
