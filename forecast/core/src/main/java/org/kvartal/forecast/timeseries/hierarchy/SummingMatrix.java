package org.kvartal.forecast.timeseries.hierarchy;

/**
 * Which bottom series each aggregate sums, kept as one place per series and level.
 *
 * <pre>
 *   y = S b,  S = [ A ]     a row of A for each aggregate, 1 where the aggregate holds the series
 *                 [ I ]     b: values of the bottom series; y: of all nodes, the aggregates first
 * </pre>
 *
 * Each level holds each series once, so that a product with A or with its transpose costs levels times series.
 */
final class SummingMatrix {
    private final int aggregateCount;
    private final int bottomCount;
    private final int[][] groups;

    /** @param groups the number of the aggregate, by level of aggregates and by bottom series */
    SummingMatrix(int aggregateCount, int bottomCount, int[][] groups) {
        this.aggregateCount = aggregateCount;
        this.bottomCount = bottomCount;
        this.groups = groups;
    }

    int aggregateCount() {
        return aggregateCount;
    }

    int bottomCount() {
        return bottomCount;
    }

    int nodeCount() {
        return aggregateCount + bottomCount;
    }

    /** The number of the aggregate that holds a bottom series, by level of aggregates. */
    int group(int level, int bottom) {
        return groups[level][bottom];
    }

    int aggregateLevelCount() {
        return groups.length;
    }

    /** Sets the aggregates of all nodes to the sums of the bottom series, which stand behind them. */
    void addUp(double[] nodes) {
        for (int a = 0; a < aggregateCount; a++) {
            nodes[a] = 0;
        }
        for (int[] group : groups) {
            for (int b = 0; b < bottomCount; b++) {
                nodes[group[b]] += nodes[aggregateCount + b];
            }
        }
    }

    /** How far each aggregate is above the sum of its bottom series: {@code C y = y_a - A y_b}. */
    void gaps(double[] nodes, double[] gaps) {
        System.arraycopy(nodes, 0, gaps, 0, aggregateCount);
        for (int[] group : groups) {
            for (int b = 0; b < bottomCount; b++) {
                gaps[group[b]] -= nodes[aggregateCount + b];
            }
        }
    }

    /** The transpose of {@link #gaps}: {@code C' x}. */
    void spread(double[] gaps, double[] nodes) {
        System.arraycopy(gaps, 0, nodes, 0, aggregateCount);
        for (int b = 0; b < bottomCount; b++) {
            double sum = 0;
            for (int[] group : groups) {
                sum -= gaps[group[b]];
            }
            nodes[aggregateCount + b] = sum;
        }
    }

    /** The number of bottom series in each node; 1 for a bottom series. */
    double[] sizes() {
        double[] sizes = new double[nodeCount()];
        for (int b = 0; b < bottomCount; b++) {
            sizes[aggregateCount + b] = 1;
        }
        addUp(sizes);
        return sizes;
    }
}
