package org.kvartal.forecast.timeseries.hierarchy;

/**
 * Errors of all nodes, summed up by level.
 *
 * <pre>
 *   error(level) = mean over its nodes of mean |y - f| / q        q: scale of the node
 *   change       = mean over levels of error / the same of others - 1
 *   loss         = change + mean over levels of max(0, error(level) / error(level) of others - 1)
 * </pre>
 *
 * The last term keeps a method from buying the mean with one level. Nodes with q = 0 are left out.
 */
final class LevelErrors {
    private final Grouping grouping;
    private final double[] scales;
    private final double[] sums;
    private final int[] counts;

    LevelErrors(Grouping grouping, double[] scales) {
        this.grouping = grouping;
        this.scales = scales;
        this.sums = new double[grouping.nodeCount()];
        this.counts = new int[grouping.nodeCount()];
    }

    void add(double[] actual, double[] forecast) {
        for (int i = 0; i < actual.length; i++) {
            if (!Double.isNaN(actual[i])) {
                sums[i] += Math.abs(actual[i] - forecast[i]);
                counts[i]++;
            }
        }
    }

    double changeFrom(LevelErrors others) {
        double sum = 0;
        double otherSum = 0;
        double[] own = byLevel();
        double[] other = others.byLevel();
        for (int l = 0; l < own.length; l++) {
            sum += own[l];
            otherSum += other[l];
        }
        return otherSum > 0 ? sum / otherSum - 1 : 0;
    }

    double lossFrom(LevelErrors others) {
        double worse = 0;
        double[] own = byLevel();
        double[] other = others.byLevel();
        for (int l = 0; l < own.length; l++) {
            worse += other[l] > 0 ? Math.max(0, own[l] / other[l] - 1) : 0;
        }
        return changeFrom(others) + worse / own.length;
    }

    private double[] byLevel() {
        double[] byLevel = new double[grouping.levels().size()];
        int[] nodes = new int[byLevel.length];
        for (int i = 0; i < sums.length; i++) {
            if (counts[i] > 0 && scales[i] > 0) {
                byLevel[grouping.levelOf(i)] += sums[i] / counts[i] / scales[i];
                nodes[grouping.levelOf(i)]++;
            }
        }
        for (int l = 0; l < byLevel.length; l++) {
            byLevel[l] = nodes[l] == 0 ? 0 : byLevel[l] / nodes[l];
        }
        return byLevel;
    }
}
