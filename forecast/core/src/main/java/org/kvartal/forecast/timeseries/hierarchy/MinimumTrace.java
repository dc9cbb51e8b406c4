package org.kvartal.forecast.timeseries.hierarchy;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The coherent values nearest to the base values, near being measured by the covariance W of the base errors.
 *
 * <pre>
 *   ordinary      W = I
 *   structural    W = diag(number of bottom series of each node)
 *   by variance   W = diag(mean square of the errors of each node)
 *   shrunk        W = lambda diag(V) + (1 - lambda) V      V: mean of e e' over the moments; lambda: {@link Shrinkage}
 *   damped        the same of {@link Damping}
 * </pre>
 *
 * Bottom series that must not be below 0 and would be are held at 0 and the rest is projected anew, until none is left
 * below 0; each round holds at least one more, so that it ends. Sources: Wickramasuriya, Athanasopoulos and Hyndman (2019),
 * J. Am. Statistical Association 114, section 2 (the forms of W); Wickramasuriya, Turlach and Hyndman (2020), Optimal
 * non-negative forecast reconciliation, Statistics and Computing 30 (the problem with bounds, here solved without releasing
 * a series once held at 0).
 */
final class MinimumTrace implements Reconciliation {
    private static final double SMALLEST_LAMBDA = 1e-6;

    private final ReconciliationMethod method;
    private final SummingMatrix summing;
    private final ErrorCovariance covariance;
    private final Projection projection;

    private MinimumTrace(ReconciliationMethod method, SummingMatrix summing, ErrorCovariance covariance) {
        this.method = method;
        this.summing = summing;
        this.covariance = covariance;
        this.projection = Projection.of(summing, covariance);
    }

    static MinimumTrace ordinary(Grouping grouping) {
        double[] ones = new double[grouping.nodeCount()];
        Arrays.fill(ones, 1);
        return weighted(ReconciliationMethod.OLS, grouping, ones);
    }

    static MinimumTrace structural(Grouping grouping) {
        return weighted(
                ReconciliationMethod.WLS_STRUCT, grouping, grouping.summing().sizes());
    }

    static MinimumTrace byVariance(Grouping grouping, NodeErrors errors) {
        return weighted(ReconciliationMethod.WLS_VAR, grouping, errors.variances());
    }

    static MinimumTrace weighted(ReconciliationMethod method, Grouping grouping, double[] variances) {
        return new MinimumTrace(method, grouping.summing(), ErrorCovariance.diagonal(variances));
    }

    static MinimumTrace shrunk(Grouping grouping, NodeErrors errors) {
        // Without a trace of the diagonal, nodes whose errors are known to follow others' leave the system singular.
        double lambda = Math.max(SMALLEST_LAMBDA, Shrinkage.intensity(errors.standardised()));
        return correlated(ReconciliationMethod.MINT_SHRINK, grouping, errors, errors.variances(), lambda);
    }

    static MinimumTrace damped(Grouping grouping, NodeErrors errors, Damping damping) {
        double[] weights =
                damping.variances(errors.variances(), grouping.summing().sizes());
        return correlated(ReconciliationMethod.MINT_DAMPED, grouping, errors, weights, damping.lambda());
    }

    private static MinimumTrace correlated(
            ReconciliationMethod method, Grouping grouping, NodeErrors errors, double[] variances, double lambda) {
        if (lambda >= 1) {
            return weighted(method, grouping, variances);
        }
        double[][] factors = errors.standardised();
        double share = Math.sqrt((1 - lambda) / Math.max(1, factors.length));
        double[] own = new double[variances.length];
        for (int i = 0; i < own.length; i++) {
            double spread = share * Math.sqrt(variances[i]);
            for (double[] factor : factors) {
                factor[i] *= spread;
            }
            own[i] = lambda * variances[i];
        }
        return new MinimumTrace(method, grouping.summing(), ErrorCovariance.withFactors(own, factors));
    }

    @Override
    public ReconciliationMethod method() {
        return method;
    }

    @Override
    public double[] apply(double[] base, BitSet nonNegative) {
        double[] coherent = projection.apply(base);
        BitSet held = new BitSet();
        while (holdsMore(coherent, nonNegative, held)) {
            coherent = Projection.withZeros(summing, covariance, held.stream().toArray())
                    .apply(base);
        }
        return coherent;
    }

    private boolean holdsMore(double[] coherent, BitSet nonNegative, BitSet held) {
        int before = held.cardinality();
        for (int b = nonNegative.nextSetBit(0); b >= 0; b = nonNegative.nextSetBit(b + 1)) {
            if (coherent[summing.aggregateCount() + b] < 0) {
                held.set(b);
            }
        }
        return held.cardinality() > before;
    }
}
