package org.kvartal.forecast.external;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Whether two forecasts of the same periods differ in squared error by more than chance.
 * <pre>
 *   d[t]      = e1[t]^2 - e2[t]^2
 *   v         = gamma[0] + 2 sum over k = 1..h-1 of gamma[k]       autocovariances of d, divisor n
 *   statistic = mean(d) / sqrt(v / n) * sqrt((n + 1 - 2 h + h (h - 1) / n) / n)
 * </pre>
 * compared with t of n - 1 degrees of freedom; n periods, h steps ahead. When v is not positive, k = 0 alone is taken.
 * Source: Diebold and Mariano (1995), J. Business and Economic Statistics 13; correction: Harvey, Leybourne and Newbold
 * (1997), Int. J. Forecasting 13, equation 9.
 *
 * @param statistic positive when the first forecast has the larger errors; 0 when the errors are the same
 * @param pValue two-sided
 * @param firstWorse one-sided: small when the first is worse by more than chance
 */
public record DieboldMariano(double statistic, double pValue, double firstWorse) {
    private static final int FEWEST = 2;

    /**
     * @param first errors of one forecast
     * @param second errors of the other for the same periods
     * @param horizon steps ahead of both, at least 1
     */
    public static DieboldMariano of(double[] first, double[] second, int horizon) {
        int n = first.length;
        if (n < FEWEST || n != second.length || horizon < 1 || horizon > n) {
            throw new IllegalArgumentException("Invalid errors to compare: %d and %d at horizon %d"
                    .formatted(first.length, second.length, horizon));
        }
        double[] loss = new double[n];
        double mean = 0;
        for (int t = 0; t < n; t++) {
            loss[t] = first[t] * first[t] - second[t] * second[t];
            mean += loss[t] / n;
        }
        double variance = variance(loss, mean, horizon);
        if (!(variance > 0)) {
            return new DieboldMariano(0, 1, 0.5);
        }
        double h = horizon;
        double statistic = mean / Math.sqrt(variance / n) * Math.sqrt((n + 1 - 2 * h + h * (h - 1) / n) / n);
        TDistribution t = new TDistribution(n - 1.0);
        return new DieboldMariano(
                statistic, 2 * t.cumulativeProbability(-Math.abs(statistic)), t.cumulativeProbability(-statistic));
    }

    private static double variance(double[] loss, double mean, int horizon) {
        double none = covariance(loss, mean, 0);
        double sum = none;
        for (int lag = 1; lag < horizon; lag++) {
            sum += 2 * covariance(loss, mean, lag);
        }
        return sum > 0 ? sum : none;
    }

    private static double covariance(double[] loss, double mean, int lag) {
        double sum = 0;
        for (int t = lag; t < loss.length; t++) {
            sum += (loss[t] - mean) * (loss[t - lag] - mean);
        }
        return sum / loss.length;
    }
}
