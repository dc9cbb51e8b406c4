package org.kvartal.forecast.timeseries.hierarchy;

import java.util.BitSet;
import java.util.List;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Interval;
import org.kvartal.forecast.timeseries.Levels;

/**
 * The ranges around coherent means: from coherent samples, or as wide as those of the base where no errors are known.
 *
 * <p>Nodes whose bottom series are never negative have no end below 0.
 */
final class CoherentEnds {
    private final Grouping grouping;
    private final List<Forecasts> base;
    private final List<CoherentSamples> samplesByStep;
    private final boolean[] bounded;

    CoherentEnds(
            Grouping grouping, List<Forecasts> base, List<CoherentSamples> samplesByStep, BitSet nonNegativeBottom) {
        this.grouping = grouping;
        this.base = base;
        this.samplesByStep = samplesByStep;
        double[] unbounded = new double[grouping.nodeCount()];
        for (int b = 0; b < grouping.bottom().size(); b++) {
            unbounded[grouping.aggregateCount() + b] = nonNegativeBottom.get(b) ? 0 : 1;
        }
        grouping.summing().addUp(unbounded);
        this.bounded = new boolean[unbounded.length];
        for (int i = 0; i < bounded.length; i++) {
            bounded[i] = unbounded[i] == 0;
        }
    }

    /** @param means by step, then by node */
    Forecasts around(int node, List<double[]> means, Levels levels, String reason) {
        Forecasts own = base.get(node);
        int horizon = own.horizon();
        double[] mean = new double[horizon];
        double[][] lower = new double[levels.count()][horizon];
        double[][] upper = new double[levels.count()][horizon];
        double floor = bounded[node] ? 0 : Double.NEGATIVE_INFINITY;
        for (int h = 0; h < horizon; h++) {
            mean[h] = means.get(h)[node];
            for (int i = 0; i < levels.count(); i++) {
                Interval range = range(node, h, levels.fraction(i));
                lower[i][h] = Math.max(floor, mean[h] + range.lower());
                upper[i][h] = Math.max(floor, mean[h] + range.upper());
            }
        }
        return Forecasts.of(own.model(), own.reason() + "; reconciled by " + reason, mean, levels, lower, upper);
    }

    private Interval range(int node, int h, double level) {
        if (samplesByStep.isEmpty()) {
            Interval own = base.get(node).interval(h + 1, level);
            double mean = base.get(node).mean(h + 1);
            return new Interval(own.lower() - mean, own.upper() - mean);
        }
        return samplesByStep.get(h).range(node, level);
    }
}
