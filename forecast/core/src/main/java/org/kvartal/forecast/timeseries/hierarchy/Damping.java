package org.kvartal.forecast.timeseries.hierarchy;

/**
 * How far the covariance of errors is drawn to something simpler before it weighs the nodes.
 *
 * <pre>
 *   W = D^(1/2) ((1 - lambda) R + lambda I) D^(1/2)       R: correlation of the errors of the nodes
 *   D = diag(rms^errorPower size^sizePower)               rms: root mean square error of a node
 *                                                         size: number of its bottom series
 * </pre>
 *
 * lambda 1, powers 0 and 0 are ordinary least squares; 1, 0 and 1 structural weights; 1, 2 and 0 variances. A negative
 * power of size trusts aggregates more than their errors say: many bottom series miss the same turn together, which few
 * errors of the past do not show.
 *
 * @param lambda from 0 (correlations as they were) to 1 (none)
 * @param errorPower 2 for variances, 0 if errors do not count
 * @param sizePower 1 for the number of bottom series, 0 if it does not count
 */
record Damping(double lambda, double errorPower, double sizePower) {
    /** Never far from the best at the ends of the training parts of two panels, see bench/README.md. */
    static final Damping STURDY = new Damping(0.5, 1.5, -0.5);

    double[] variances(double[] errorVariances, double[] sizes) {
        double[] variances = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            variances[i] = Math.pow(errorVariances[i], errorPower / 2) * Math.pow(sizes[i], sizePower);
        }
        return variances;
    }
}
