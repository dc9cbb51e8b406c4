package org.kvartal.forecast.timeseries.hierarchy;

import java.util.BitSet;

/** The mean of two reconciliations, which adds up as each of them does. */
final class MeanOfTwo implements Reconciliation {
    private final Reconciliation first;
    private final Reconciliation second;

    MeanOfTwo(Reconciliation first, Reconciliation second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public ReconciliationMethod method() {
        return ReconciliationMethod.AUTO;
    }

    @Override
    public double[] apply(double[] base, BitSet nonNegative) {
        double[] mean = first.apply(base, nonNegative);
        double[] other = second.apply(base, nonNegative);
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (mean[i] + other[i]) / 2;
        }
        return mean;
    }
}
