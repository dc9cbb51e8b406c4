package org.kvartal.forecast.timeseries.hierarchy;

/**
 * The coherent values nearest to given ones, by the covariance of the errors.
 *
 * <pre>
 *   y~ = y - W C' (C W C')^-1 C y        C y = y_a - A y_b: the gaps between aggregates and sums
 *                                        minimises (y - y~)' W^-1 (y - y~) where C y~ = 0
 * </pre>
 *
 * The system has the size of the aggregates, whatever the number of bottom series. Bottom series that must be 0 add a row
 * to C each. Up to {@value #DENSE} rows are solved by Cholesky, more by conjugate gradients. Source: Wickramasuriya,
 * Athanasopoulos and Hyndman (2019), Optimal forecast reconciliation for hierarchical and grouped time series through trace
 * minimization, J. Am. Statistical Association 114, section 2.
 */
final class Projection {
    private static final int DENSE = 1000;

    private final SummingMatrix summing;
    private final ErrorCovariance covariance;
    private final int[] zeros;
    private final LinearSystem system;

    private Projection(SummingMatrix summing, ErrorCovariance covariance, int[] zeros, int dense) {
        this.summing = summing;
        this.covariance = covariance;
        this.zeros = zeros;
        Gaps gaps = new Gaps();
        this.system = gaps.size() <= dense ? Cholesky.of(gaps) : ConjugateGradients.of(gaps);
    }

    static Projection of(SummingMatrix summing, ErrorCovariance covariance) {
        return new Projection(summing, covariance, new int[0], DENSE);
    }

    /** @param zeros the bottom series, from 0, that are held at 0 */
    static Projection withZeros(SummingMatrix summing, ErrorCovariance covariance, int[] zeros) {
        return new Projection(summing, covariance, zeros, DENSE);
    }

    /** The same by conjugate gradients, whatever the size. */
    static Projection iterated(SummingMatrix summing, ErrorCovariance covariance, int[] zeros) {
        return new Projection(summing, covariance, zeros, 0);
    }

    double[] apply(double[] nodes) {
        double[] gaps = new double[summing.aggregateCount() + zeros.length];
        constraints(nodes, gaps);
        double[] prices = system.solve(gaps);
        double[] direction = new double[nodes.length];
        transposed(prices, direction);
        double[] coherent = new double[nodes.length];
        covariance.multiply(direction, coherent);
        for (int i = summing.aggregateCount(); i < nodes.length; i++) {
            coherent[i] = nodes[i] - coherent[i];
        }
        for (int b : zeros) {
            coherent[summing.aggregateCount() + b] = 0;
        }
        summing.addUp(coherent);
        return coherent;
    }

    private void constraints(double[] nodes, double[] gaps) {
        summing.gaps(nodes, gaps);
        for (int z = 0; z < zeros.length; z++) {
            gaps[summing.aggregateCount() + z] = nodes[summing.aggregateCount() + zeros[z]];
        }
    }

    private void transposed(double[] gaps, double[] nodes) {
        summing.spread(gaps, nodes);
        for (int z = 0; z < zeros.length; z++) {
            nodes[summing.aggregateCount() + zeros[z]] += gaps[summing.aggregateCount() + z];
        }
    }

    /** C W C' by its products. */
    private final class Gaps implements LinearSystem.Matrix {
        @Override
        public int size() {
            return summing.aggregateCount() + zeros.length;
        }

        @Override
        public void multiply(double[] x, double[] product) {
            multiply(covariance, x, product);
        }

        private void multiply(ErrorCovariance weights, double[] x, double[] product) {
            double[] spread = new double[summing.nodeCount()];
            double[] weighted = new double[summing.nodeCount()];
            transposed(x, spread);
            weights.multiply(spread, weighted);
            constraints(weighted, product);
        }

        @Override
        public double[][] rows() {
            double[][] rows = new double[size()][size()];
            double[] unit = new double[size()];
            ErrorCovariance own = covariance.withoutFactors();
            for (int i = 0; i < rows.length; i++) {
                unit[i] = 1;
                multiply(own, unit, rows[i]);
                unit[i] = 0;
            }
            double[] factor = new double[size()];
            for (int k = 0; k < covariance.factorCount(); k++) {
                constraints(covariance.factor(k), factor);
                for (int i = 0; i < rows.length; i++) {
                    for (int j = 0; j <= i; j++) {
                        rows[i][j] += factor[i] * factor[j];
                    }
                }
            }
            return rows;
        }

        @Override
        public double[] diagonal() {
            double[] diagonal = new double[size()];
            double[] variances = new double[summing.nodeCount()];
            for (int i = 0; i < variances.length; i++) {
                variances[i] = i < summing.aggregateCount() ? covariance.variance(i) : -covariance.variance(i);
            }
            constraints(variances, diagonal);
            double[] row = new double[size()];
            for (int k = 0; k < covariance.factorCount(); k++) {
                constraints(covariance.factor(k), row);
                for (int i = 0; i < row.length; i++) {
                    diagonal[i] += row[i] * row[i];
                }
            }
            for (int z = summing.aggregateCount(); z < diagonal.length; z++) {
                int node = summing.aggregateCount() + zeros[z - summing.aggregateCount()];
                diagonal[z] -= 2 * variances[node];
            }
            return diagonal;
        }
    }
}
