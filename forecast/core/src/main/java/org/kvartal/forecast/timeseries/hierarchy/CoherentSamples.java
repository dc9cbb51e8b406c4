package org.kvartal.forecast.timeseries.hierarchy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Interval;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.OrderStatistics;
import org.kvartal.forecast.timeseries.path.Marginal;

/**
 * Futures of one step in which all nodes add up, and the ranges that hold them.
 *
 * <pre>
 *   base sample[i]  = marginal of node i at z[i]                  z: {@link JointScores}
 *   deviation       = R(base sample) - R(base mean)               R: the reconciliation
 *   end[i]          = coherent mean[i] + quantile of deviation[i]
 * </pre>
 *
 * Each sample is reconciled as a whole, so that the range of an aggregate knows which errors come together. Draws come in
 * pairs z and -z, which keeps the middle in place. Only the quantiles are kept. Source: Panagiotelis, Gamakumara, Athanasopoulos and Hyndman (2023),
 * Probabilistic forecast reconciliation: Properties, evaluation and score optimisation, European Journal of Operational
 * Research 306, section 3.
 */
final class CoherentSamples {
    private final Levels levels;
    private final double[][] quantiles;

    private CoherentSamples(Levels levels, double[][] quantiles) {
        this.levels = levels;
        this.quantiles = quantiles;
    }

    /** @param step ahead, from 1 */
    static CoherentSamples draw(
            Reconciliation reconciliation, List<Forecasts> base, int step, JointScores joint, int count, long seed) {
        int nodes = base.size();
        Marginal[] marginals = base.stream().map(f -> Marginal.of(f, step)).toArray(Marginal[]::new);
        double[] middle = reconciliation.apply(
                Arrays.stream(marginals).mapToDouble(Marginal::mean).toArray());
        Random random = new Random(seed);
        double[] scores = new double[nodes];
        double[] sample = new double[nodes];
        double[][] deviations = new double[nodes][2 * ((count + 1) / 2)];
        for (int s = 0; s < deviations[0].length; s++) {
            if (s % 2 == 0) {
                joint.draw(random, scores);
            }
            for (int i = 0; i < nodes; i++) {
                sample[i] = marginals[i].value(s % 2 == 0 ? scores[i] : -scores[i]);
            }
            double[] coherent = reconciliation.apply(sample);
            for (int i = 0; i < nodes; i++) {
                deviations[i][s] = coherent[i] - middle[i];
            }
        }
        Levels levels = base.get(0).levels();
        return new CoherentSamples(
                levels, Arrays.stream(deviations).map(row -> ends(row, levels)).toArray(double[][]::new));
    }

    /** How far below and above the coherent mean of a node the range of a level reaches. */
    Interval range(int node, double level) {
        int i = levels.indexOf(level);
        return new Interval(quantiles[node][2 * i], quantiles[node][2 * i + 1]);
    }

    private static double[] ends(double[] deviations, Levels levels) {
        Arrays.sort(deviations);
        double[] ends = new double[2 * levels.count()];
        for (int i = 0; i < levels.count(); i++) {
            ends[2 * i] = OrderStatistics.quantile(deviations, 0.5 - levels.fraction(i) / 2);
            ends[2 * i + 1] = OrderStatistics.quantile(deviations, 0.5 + levels.fraction(i) / 2);
        }
        return ends;
    }
}
