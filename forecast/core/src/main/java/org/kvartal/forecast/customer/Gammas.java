package org.kvartal.forecast.customer;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.RandomGenerator;

/** Random numbers of the gamma and the beta distribution. */
final class Gammas {
    private static final double ACCURACY = 1e-9;

    private Gammas() {}

    /** @param rate one over the scale */
    static double draw(RandomGenerator random, double shape, double rate) {
        return new GammaDistribution(random, shape, 1, ACCURACY).sample() / rate;
    }

    static double beta(RandomGenerator random, double a, double b) {
        double one = draw(random, a, 1);
        double both = one + draw(random, b, 1);
        return both > 0 ? one / both : a / (a + b);
    }

    static double waiting(RandomGenerator random, double rate) {
        return -Math.log1p(-random.nextDouble()) / rate;
    }
}
