package org.kvartal.forecast.timeseries.hierarchy;

import java.util.Arrays;
import java.util.Random;

/**
 * Draws of standard normal scores of all nodes, with the shrunk correlation of their errors.
 *
 * <pre>
 *   z[i] = sqrt(1 - lambda) / sqrt(n) * sum over k of g[k] x[k][i] + own[i] e[i]
 *
 *   x[k]:   errors of all nodes at moment k over their root mean square, k = 1..n
 *   g, e:   independent standard normal draws
 *   own[i]: what makes the variance of z[i] 1
 * </pre>
 *
 * Every draw weighs whole vectors of errors that occurred together, a smooth bootstrap; no matrix over pairs of nodes is
 * made. Lambda: {@link Shrinkage}.
 */
final class JointScores {
    private final double[][] vectors;
    private final double[] own;

    JointScores(NodeErrors errors) {
        vectors = errors.standardised();
        double lambda = Shrinkage.intensity(vectors);
        double share = Math.sqrt((1 - lambda) / Math.max(1, vectors.length));
        own = new double[vectors.length == 0 ? 0 : vectors[0].length];
        Arrays.fill(own, 1);
        for (double[] vector : vectors) {
            for (int i = 0; i < own.length; i++) {
                vector[i] *= share;
                own[i] -= vector[i] * vector[i];
            }
        }
        for (int i = 0; i < own.length; i++) {
            own[i] = Math.sqrt(Math.max(0, own[i]));
        }
    }

    void draw(Random random, double[] scores) {
        for (int i = 0; i < scores.length; i++) {
            scores[i] = own[i] * random.nextGaussian();
        }
        for (double[] vector : vectors) {
            double weight = random.nextGaussian();
            for (int i = 0; i < scores.length; i++) {
                scores[i] += weight * vector[i];
            }
        }
    }
}
