package org.kvartal.forecast.survey;

import java.util.List;

/**
 * How much less answers are worth when several come from one customer, or are about one agent.
 * <pre>
 *   icc   = (MSB - MSW) / (MSB + (m0 - 1) MSW)          MSB, MSW: mean squares between and within clusters
 *   m0    = (n - sum m_j^2 / n) / (k - 1)               m_j: answers of cluster j = 1..k
 *   deff  = 1 + (sum m_j^2 / n - 1) icc
 * </pre>
 * icc from 0 (independent) to 1 (all of a cluster alike); a negative estimate counts as 0. n / deff independent answers would
 * tell as much. Source: Kish (1965), Survey Sampling, section 5.4; analysis of variance: Donner and Koval (1980), Biometrics
 * 36; unequal clusters: Holt (1980), Statistician 29.
 *
 * @param clusters k
 * @param icc correlation of answers of one cluster; not a number where no cluster has two answers
 * @param value deff, at least 1
 */
public record DesignEffect(int clusters, double icc, double value) {
    /** @param clusters the answers of each, at least one in all */
    public static DesignEffect of(List<double[]> clusters) {
        double n = 0;
        double total = 0;
        double squaredSizes = 0;
        for (double[] cluster : clusters) {
            n += cluster.length;
            squaredSizes += (double) cluster.length * cluster.length;
            for (double answer : cluster) {
                total += answer;
            }
        }
        int k = clusters.size();
        double size = squaredSizes / n;
        if (k < 2 || n <= k) {
            return new DesignEffect(k, Double.NaN, k < 2 ? Math.max(1, n) : 1);
        }
        Squares squares = Squares.of(clusters, total / n);
        double between = squares.between() / (k - 1);
        double within = squares.within() / (n - k);
        double customary = (n - size) / (k - 1);
        double spread = between + (customary - 1) * within;
        double icc = spread > 0 ? (between - within) / spread : 0;
        return new DesignEffect(k, icc, 1 + (size - 1) * Math.max(0, icc));
    }

    private record Squares(double between, double within) {
        static Squares of(List<double[]> clusters, double mean) {
            double between = 0;
            double within = 0;
            for (double[] cluster : clusters) {
                double sum = 0;
                for (double answer : cluster) {
                    sum += answer;
                }
                double own = sum / cluster.length;
                between += cluster.length * (own - mean) * (own - mean);
                for (double answer : cluster) {
                    within += (answer - own) * (answer - own);
                }
            }
            return new Squares(between, within);
        }
    }
}
