package org.kvartal.forecast.timeseries.hierarchy;

import java.util.Arrays;

/** Errors of the base forecasts (actual minus forecast) of all nodes at the same moments; {@code NaN} is unknown. */
public final class NodeErrors {
    private static final double SMALLEST_SHARE = 1e-10;

    private final int nodeCount;
    private final double[][] moments;

    private NodeErrors(int nodeCount, double[][] moments) {
        this.nodeCount = nodeCount;
        this.moments = moments;
    }

    /** @param moments the errors of all nodes, in the order of {@link Grouping#nodes()}, by moment */
    public static NodeErrors of(Grouping grouping, double[][] moments) {
        double[][] copy = new double[moments.length][];
        for (int k = 0; k < moments.length; k++) {
            if (moments[k].length != grouping.nodeCount()) {
                throw new IllegalArgumentException("Invalid errors: %d at moment %d, the hierarchy has %d nodes"
                        .formatted(moments[k].length, k + 1, grouping.nodeCount()));
            }
            copy[k] = moments[k].clone();
        }
        return new NodeErrors(grouping.nodeCount(), copy);
    }

    /** A copy of the errors by moment, then by node. */
    public double[][] toArray() {
        double[][] copy = new double[moments.length][];
        for (int k = 0; k < copy.length; k++) {
            copy[k] = moments[k].clone();
        }
        return copy;
    }

    int momentCount() {
        return moments.length;
    }

    /**
     * The mean square of each node's errors. A node without a known error has the mean over all nodes; none has less than
     * a trace of that mean, so that every node may move.
     */
    double[] variances() {
        double[] sums = new double[nodeCount];
        int[] counts = new int[nodeCount];
        for (double[] moment : moments) {
            for (int i = 0; i < nodeCount; i++) {
                if (!Double.isNaN(moment[i])) {
                    sums[i] += moment[i] * moment[i];
                    counts[i]++;
                }
            }
        }
        for (int i = 0; i < nodeCount; i++) {
            sums[i] = counts[i] == 0 ? Double.NaN : sums[i] / counts[i];
        }
        double known =
                Arrays.stream(sums).filter(v -> !Double.isNaN(v)).average().orElse(1);
        double mean = known > 0 ? known : 1;
        return Arrays.stream(sums)
                .map(v -> Double.isNaN(v) ? mean : Math.max(v, SMALLEST_SHARE * mean))
                .toArray();
    }

    /** The errors over the root of their mean squares; 0 where unknown. */
    double[][] standardised() {
        double[] variances = variances();
        double[][] standardised = new double[moments.length][nodeCount];
        for (int k = 0; k < moments.length; k++) {
            for (int i = 0; i < nodeCount; i++) {
                double error = moments[k][i];
                standardised[k][i] = Double.isNaN(error) ? 0 : error / Math.sqrt(variances[i]);
            }
        }
        return standardised;
    }
}
