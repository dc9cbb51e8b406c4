package org.kvartal.forecast.timeseries.hierarchy;

import java.util.BitSet;

/**
 * Bottom-up: the forecasts of the bottom series are kept, every aggregate is their sum.
 *
 * <p>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 11.2.
 */
final class BottomUp implements Reconciliation {
    private final SummingMatrix summing;

    BottomUp(Grouping grouping) {
        this.summing = grouping.summing();
    }

    @Override
    public ReconciliationMethod method() {
        return ReconciliationMethod.BOTTOM_UP;
    }

    @Override
    public double[] apply(double[] base, BitSet nonNegative) {
        double[] coherent = base.clone();
        raiseToZero(coherent, nonNegative, summing);
        return coherent;
    }

    /** Sets bottom series below 0 that must not be to 0, and adds up again. */
    static void raiseToZero(double[] nodes, BitSet nonNegative, SummingMatrix summing) {
        for (int b = nonNegative.nextSetBit(0); b >= 0; b = nonNegative.nextSetBit(b + 1)) {
            int node = summing.aggregateCount() + b;
            nodes[node] = Math.max(0, nodes[node]);
        }
        summing.addUp(nodes);
    }
}
