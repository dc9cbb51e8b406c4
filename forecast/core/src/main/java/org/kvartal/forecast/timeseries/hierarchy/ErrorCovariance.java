package org.kvartal.forecast.timeseries.hierarchy;

/**
 * The covariance of the base forecasts' errors over all nodes, never written out.
 *
 * <pre>
 *   W x = v * x + sum over k of f[k] (f[k]' x)      v: a variance for each node, above 0
 *                                                   f: vectors over the nodes, as many as errors are known
 * </pre>
 */
final class ErrorCovariance {
    private final double[] variances;
    private final double[][] factors;

    private ErrorCovariance(double[] variances, double[][] factors) {
        this.variances = variances;
        this.factors = factors;
    }

    static ErrorCovariance diagonal(double[] variances) {
        return new ErrorCovariance(variances.clone(), new double[0][]);
    }

    static ErrorCovariance withFactors(double[] variances, double[][] factors) {
        return new ErrorCovariance(variances.clone(), factors);
    }

    /** What a node's errors have of their own. */
    ErrorCovariance withoutFactors() {
        return diagonal(variances);
    }

    void multiply(double[] x, double[] product) {
        for (int i = 0; i < x.length; i++) {
            product[i] = variances[i] * x[i];
        }
        for (double[] factor : factors) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += factor[i] * x[i];
            }
            for (int i = 0; i < x.length; i++) {
                product[i] += sum * factor[i];
            }
        }
    }

    double variance(int node) {
        return variances[node];
    }

    int factorCount() {
        return factors.length;
    }

    double[] factor(int k) {
        return factors[k];
    }
}
