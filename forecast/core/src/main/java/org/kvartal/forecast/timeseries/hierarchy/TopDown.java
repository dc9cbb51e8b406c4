package org.kvartal.forecast.timeseries.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Top-down: the forecast of the total is shared out among the bottom series.
 *
 * <pre>
 *   by forecasts:  y~[child] = y~[parent] * y[child] / sum of y over the children of the parent
 *   by history:    y~[b]     = y[total]   * mean of b / sum of the means of all bottom series
 * </pre>
 *
 * Shares by forecasts go down the levels that nest in one another, from the total; crossed levels have no part in it.
 * Children whose forecasts sum to 0 get equal shares. Source: Hyndman and Athanasopoulos, Forecasting: Principles and
 * Practice, 3rd ed., section 11.3 (forecast proportions; proportions of the historical averages).
 */
final class TopDown implements Reconciliation {
    private final ReconciliationMethod method;
    private final SummingMatrix summing;
    private final int[] chain;
    private final double[] shares;

    private TopDown(ReconciliationMethod method, Grouping grouping, double[] shares) {
        this.method = method;
        this.summing = grouping.summing();
        if (summing.aggregateLevelCount() == 0 || !isTotal(0)) {
            throw new IllegalArgumentException("Invalid grouping: top-down needs the total as first level");
        }
        this.chain = chain();
        this.shares = shares;
    }

    static TopDown byForecasts(Grouping grouping) {
        return new TopDown(ReconciliationMethod.TOP_DOWN, grouping, new double[0]);
    }

    /** @param means of the past of each bottom series */
    static TopDown byHistory(Grouping grouping, double[] means) {
        double sum = Arrays.stream(means).sum();
        double[] shares = Arrays.stream(means)
                .map(mean -> sum == 0 ? 1.0 / means.length : mean / sum)
                .toArray();
        return new TopDown(ReconciliationMethod.TOP_DOWN_HISTORY, grouping, shares);
    }

    @Override
    public ReconciliationMethod method() {
        return method;
    }

    @Override
    public double[] apply(double[] base, BitSet nonNegative) {
        double[] coherent = new double[base.length];
        coherent[0] = base[0];
        if (method == ReconciliationMethod.TOP_DOWN_HISTORY) {
            for (int b = 0; b < shares.length; b++) {
                coherent[summing.aggregateCount() + b] = shares[b] * base[0];
            }
        } else {
            for (int i = 1; i <= chain.length; i++) {
                shareOut(i, base, coherent);
            }
        }
        BottomUp.raiseToZero(coherent, nonNegative, summing);
        return coherent;
    }

    private void shareOut(int link, double[] base, double[] coherent) {
        double[] sums = new double[base.length];
        int[] children = new int[base.length];
        int[] parents = new int[base.length];
        Arrays.fill(parents, -1);
        for (int b = 0; b < summing.bottomCount(); b++) {
            int child = node(link, b);
            if (parents[child] < 0) {
                parents[child] = node(link - 1, b);
                sums[parents[child]] += base[child];
                children[parents[child]]++;
            }
        }
        for (int child = 0; child < base.length; child++) {
            int parent = parents[child];
            if (parent >= 0) {
                double share = sums[parent] == 0 ? 1.0 / children[parent] : base[child] / sums[parent];
                coherent[child] = coherent[parent] * share;
            }
        }
    }

    /** The node that holds a bottom series at a link of the chain; behind the last link, the series itself. */
    private int node(int link, int bottom) {
        return link < chain.length ? summing.group(chain[link], bottom) : summing.aggregateCount() + bottom;
    }

    private int[] chain() {
        List<Integer> links = new ArrayList<>(List.of(0));
        for (int level = 1; level < summing.aggregateLevelCount(); level++) {
            if (nests(level, links.get(links.size() - 1))) {
                links.add(level);
            }
        }
        return links.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean nests(int inner, int outer) {
        int[] outerOf = new int[summing.aggregateCount()];
        Arrays.fill(outerOf, -1);
        for (int b = 0; b < summing.bottomCount(); b++) {
            int group = summing.group(inner, b);
            if (outerOf[group] >= 0 && outerOf[group] != summing.group(outer, b)) {
                return false;
            }
            outerOf[group] = summing.group(outer, b);
        }
        return true;
    }

    private boolean isTotal(int level) {
        for (int b = 0; b < summing.bottomCount(); b++) {
            if (summing.group(level, b) != 0) {
                return false;
            }
        }
        return true;
    }
}
