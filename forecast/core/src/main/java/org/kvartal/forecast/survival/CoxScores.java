package org.kvartal.forecast.survival;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * What each subject contributes to the slope of the likelihood of proportional hazards, and errors from it.
 * <pre>
 *   s_i = [it ended] (x_i - m(t_i)) - exp(x_i'b) * sum over t with entry_i &lt; t &lt;= exit_i of (x_i - m(t)) / W(t)
 *   V   = C (sum over clusters of s_c s_c') C             C: inverse information, s_c: sum of s_i
 * </pre>
 * Times at which several end are treated as in {@link RiskStep}. V holds also where subjects of a cluster end alike, and
 * where hazards are not proportional. Source: Lin and Wei (1989), The robust inference for the Cox proportional hazards
 * model, JASA 84; for clusters Lee, Wei and Amato (1992).
 */
final class CoxScores {
    private final double[] times;
    private final double[] hazards;
    private final double[][] means;
    private final List<RiskStep> steps;

    CoxScores(List<RiskStep> steps, int covariates) {
        this.steps = steps;
        this.times = steps.stream().mapToDouble(RiskStep::time).toArray();
        this.hazards = new double[times.length + 1];
        this.means = new double[times.length + 1][covariates];
        for (int t = 0; t < times.length; t++) {
            hazards[t + 1] = hazards[t] + steps.get(t).hazard();
            for (int k = 0; k < covariates; k++) {
                means[t + 1][k] = means[t][k] + steps.get(t).hazardOfMean(k);
            }
        }
    }

    /** V. */
    RealMatrix robust(
            List<Observation> observations,
            double[][] rows,
            double[] coefficients,
            List<String> clusters,
            RealMatrix covariance) {
        Map<String, double[]> sums = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            double[] score = score(observations.get(i), rows[i], coefficients);
            double[] sum = sums.computeIfAbsent(clusters.get(i), any -> new double[score.length]);
            for (int k = 0; k < score.length; k++) {
                sum[k] += observations.get(i).count() * score[k];
            }
        }
        double[][] products = new double[coefficients.length][coefficients.length];
        for (double[] sum : sums.values()) {
            for (int j = 0; j < sum.length; j++) {
                for (int k = 0; k < sum.length; k++) {
                    products[j][k] += sum[j] * sum[k];
                }
            }
        }
        return covariance.multiply(new Array2DRowRealMatrix(products, false)).multiply(covariance);
    }

    private double[] score(Observation one, double[] row, double[] coefficients) {
        double predictor = 0;
        for (int k = 0; k < row.length; k++) {
            predictor += coefficients[k] * row[k];
        }
        double weight = Math.exp(predictor);
        int from = until(one.entry());
        int to = until(one.exit());
        double hazard = hazards[to] - hazards[from];
        double[] score = new double[row.length];
        RiskStep last = one.isCensored() ? null : steps.get(to - 1);
        for (int k = 0; k < score.length; k++) {
            score[k] = -weight * (row[k] * hazard - (means[to][k] - means[from][k]));
            if (last != null) {
                score[k] += row[k] - last.mean(k) + weight * (row[k] * last.tiedHazard() - last.tiedHazardOfMean(k));
            }
        }
        return score;
    }

    /** Steps up to a time, included. */
    private int until(double time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
