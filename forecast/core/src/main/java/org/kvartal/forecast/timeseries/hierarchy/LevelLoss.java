package org.kvartal.forecast.timeseries.hierarchy;

/**
 * How much a reconciliation gains or loses against the base forecasts at rolling origins.
 *
 * <pre>
 *   error(level) = mean over its nodes of mean |y - f| / q        q: mean |y[t] - y[t-m]| of the node's history
 *   change       = mean over levels of error / the same of the base - 1
 *   loss         = change + mean over levels of max(0, error(level) / base error(level) - 1)
 * </pre>
 *
 * The last term keeps a method from buying the mean with one level. Nodes with q = 0 are left out.
 */
final class LevelLoss {
    private final RollingForecasts rolling;
    private final double[] scales;
    private final double[] base;

    LevelLoss(RollingForecasts rolling, double[] scales) {
        this.rolling = rolling;
        this.scales = scales;
        this.base = errors(node -> node);
    }

    /** The mean change over the levels, as a fraction; below 0 is better than the base. */
    double change(Reconciliation reconciliation) {
        return change(errors(reconciliation::apply));
    }

    double loss(Reconciliation reconciliation) {
        double[] errors = errors(reconciliation::apply);
        double worse = 0;
        int levels = 0;
        for (int l = 0; l < base.length; l++) {
            if (base[l] > 0) {
                worse += Math.max(0, errors[l] / base[l] - 1);
                levels++;
            }
        }
        return levels == 0 ? 0 : change(errors) + worse / levels;
    }

    private double change(double[] errors) {
        double sum = 0;
        double baseSum = 0;
        for (int l = 0; l < base.length; l++) {
            sum += errors[l];
            baseSum += base[l];
        }
        return baseSum > 0 ? sum / baseSum - 1 : 0;
    }

    private interface Rule {
        double[] apply(double[] nodes);
    }

    private double[] errors(Rule rule) {
        Grouping grouping = rolling.grouping();
        double[] sums = new double[grouping.nodeCount()];
        int[] counts = new int[grouping.nodeCount()];
        for (int k = 0; k < rolling.momentCount(); k++) {
            double[] values = rule.apply(rolling.forecast(k));
            double[] actual = rolling.actual(k);
            for (int i = 0; i < values.length; i++) {
                if (!Double.isNaN(actual[i])) {
                    sums[i] += Math.abs(actual[i] - values[i]);
                    counts[i]++;
                }
            }
        }
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
