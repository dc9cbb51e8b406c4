package org.kvartal.forecast.pipeline.simulation;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The shock of a quarter after a part of it was seen. With w wins where the hazards without shock add up to e, and
 * s the deviation of the logarithm x of the shock,
 * <pre>
 *   p(x) ~ exp(-x^2 / (2 s^2) + w x - e exp(x))
 * </pre>
 * on a grid from -4 s to 4 s.
 */
final class ShockPosterior {
    private static final int POINTS = 161;
    private static final double WIDTH = 4;

    private final double[] logarithms = new double[POINTS];
    private final double[] cumulated = new double[POINTS];

    ShockPosterior(double deviation, int wins, double exposure) {
        double[] densities = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double z = WIDTH * (2d * i / (POINTS - 1) - 1);
            logarithms[i] = z * deviation;
            densities[i] = -z * z / 2 + wins * logarithms[i] - exposure * Math.exp(logarithms[i]);
        }
        double highest = Arrays.stream(densities).max().orElseThrow();
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += Math.exp(densities[i] - highest);
            cumulated[i] = sum;
        }
    }

    double draw(RandomGenerator random) {
        int found = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[POINTS - 1]);
        return Math.exp(logarithms[found < 0 ? Math.min(-found - 1, POINTS - 1) : found]);
    }
}
