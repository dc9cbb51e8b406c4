package org.kvartal.forecast.timeseries.arima;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Orders worth fitting, and where their fit begins, by two linear regressions.
 *
 * <pre>
 *   1. a long autoregression (Yule-Walker, order k) gives innovations e[t]
 *   2. w[t] on w[t-1..p], w[t-m..P m], e[t-1..q], e[t-m..Q m] by least squares, for every order within the bounds
 *      AICc = n log(SSE / n) + 2 k + 2 k (k + 1) / (n - k - 1)
 * </pre>
 *
 * All regressions share one matrix of products. Source: Hannan and Rissanen (1982), Recursive estimation of mixed
 * autoregressive-moving average order, Biometrika 69; the products of plain and seasonal lags are left to the fit.
 */
final class HannanRissanen {
    private static final int MOST_AR = 3;
    private static final int MOST_MA = 2;
    private static final double RIDGE = 1e-6;

    private final double[] w;
    private final int m;
    private final int seasonalAr;
    private final double[][] products;
    private final int rows;

    /** A starting point of the fit. */
    static final class Candidate {
        private final int p;
        private final int q;
        private final int seasonalP;
        private final int seasonalQ;
        private final double[] start;
        private final double aicc;

        private Candidate(int p, int q, int seasonalP, int seasonalQ, double[] start, double aicc) {
            this.p = p;
            this.q = q;
            this.seasonalP = seasonalP;
            this.seasonalQ = seasonalQ;
            this.start = start;
            this.aicc = aicc;
        }

        ArimaOrder order(int d, int seasonalD, int m, ArimaOrder.Constant constant) {
            return new ArimaOrder(p, d, q, seasonalP, seasonalD, seasonalQ, m, constant);
        }

        /** The coefficients in the order p, q, P, Q. */
        double[] start() {
            return start.clone();
        }
    }

    /** Regressions for a differenced series less its mean, with a season of length {@code m} or 1. */
    HannanRissanen(double[] w, int m) {
        this.w = w;
        this.m = m;
        seasonalAr = m > 1 ? 1 : 0;
        int columns = MOST_AR + MOST_MA + 2 * seasonalAr + 1;
        products = new double[columns][columns];
        int longOrder = longOrder();
        double[] e = new Autocovariance(w).innovations(longOrder);
        int start = Math.max(Math.max(MOST_AR, longOrder + MOST_MA), m > 1 ? m : 0);
        start = Math.min(start, Math.max(0, w.length - 4));
        double[] row = new double[columns];
        for (int t = start; t < w.length; t++) {
            fill(row, e, t);
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j <= i; j++) {
                    products[i][j] += row[i] * row[j];
                }
            }
        }
        rows = w.length - start;
    }

    private int longOrder() {
        int order = Math.min(w.length / 4, Math.max(3, (int) (2 * Math.log(w.length))));
        return Math.max(0, order);
    }

    private void fill(double[] row, double[] e, int t) {
        int column = 0;
        for (int lag = 1; lag <= MOST_AR; lag++) {
            row[column++] = t >= lag ? w[t - lag] : 0;
        }
        for (int lag = 1; lag <= MOST_MA; lag++) {
            row[column++] = t >= lag ? e[t - lag] : 0;
        }
        if (seasonalAr == 1) {
            row[column++] = t >= m ? w[t - m] : 0;
            row[column++] = t >= m ? e[t - m] : 0;
        }
        row[column] = w[t];
    }

    /** The best orders, the best first. */
    List<Candidate> best(int count) {
        List<Candidate> candidates = new ArrayList<>();
        for (int p = 0; p <= MOST_AR; p++) {
            for (int q = 0; q <= MOST_MA; q++) {
                for (int seasonalP = 0; seasonalP <= seasonalAr; seasonalP++) {
                    for (int seasonalQ = 0; seasonalQ <= seasonalAr; seasonalQ++) {
                        candidates.add(candidate(p, q, seasonalP, seasonalQ));
                    }
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(candidate -> candidate.aicc));
        return candidates.subList(0, Math.min(count, candidates.size()));
    }

    private Candidate candidate(int p, int q, int seasonalP, int seasonalQ) {
        int k = p + q + seasonalP + seasonalQ;
        int[] columns = new int[k];
        int n = 0;
        for (int i = 0; i < p; i++) {
            columns[n++] = i;
        }
        for (int i = 0; i < q; i++) {
            columns[n++] = MOST_AR + i;
        }
        if (seasonalP > 0) {
            columns[n++] = MOST_AR + MOST_MA;
        }
        if (seasonalQ > 0) {
            columns[n] = MOST_AR + MOST_MA + 1;
        }
        double[] solution = solve(columns);
        int target = products.length - 1;
        double squares = products[target][target];
        for (int i = 0; i < k; i++) {
            squares -= solution[i] * products[target][columns[i]];
        }
        double size = k + 1.0;
        double penalty = rows - size - 1 > 0 ? 2 * size + 2 * size * (size + 1) / (rows - size - 1) : 1e9;
        double aicc = rows * Math.log(Math.max(squares, Double.MIN_NORMAL) / rows) + penalty;
        return new Candidate(p, q, seasonalP, seasonalQ, solution, aicc);
    }

    private double[] solve(int[] columns) {
        int k = columns.length;
        double[][] factor = new double[k][k];
        double[] solution = new double[k];
        int target = products.length - 1;
        for (int i = 0; i < k; i++) {
            solution[i] = products[target][columns[i]];
            for (int j = 0; j <= i; j++) {
                double sum = products[Math.max(columns[i], columns[j])][Math.min(columns[i], columns[j])];
                sum = i == j ? sum * (1 + RIDGE) + Double.MIN_NORMAL : sum;
                for (int l = 0; l < j; l++) {
                    sum -= factor[i][l] * factor[j][l];
                }
                factor[i][j] = i == j ? Math.sqrt(Math.max(sum, Double.MIN_NORMAL)) : sum / factor[j][j];
            }
        }
        for (int i = 0; i < k; i++) {
            for (int l = 0; l < i; l++) {
                solution[i] -= factor[i][l] * solution[l];
            }
            solution[i] /= factor[i][i];
        }
        for (int i = k - 1; i >= 0; i--) {
            for (int l = i + 1; l < k; l++) {
                solution[i] -= factor[l][i] * solution[l];
            }
            solution[i] /= factor[i][i];
        }
        return solution;
    }
}
