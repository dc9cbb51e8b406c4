package org.kvartal.forecast.timeseries.decomposition;

/**
 * Draws seasonal factors towards 1, by as much of their spread as chance explains.
 *
 * <pre>
 *   f'[s] = 1 + (1 - w) (f[s] - 1)
 *   w     = min(1, (m - 3) / (m - 1) * V / T)
 *   T     = sum (f[s] - 1)^2 / (m - 1)               spread of the factors
 *   V     = mean over s of 1 / c[s], times the variance of y / trend around f     what chance alone would give
 * </pre>
 *
 * c[s] counts the seasons behind factor s. Source: Miller and Williams (2003), Shrinkage estimators of time series
 * seasonal factors and their effect on forecasting accuracy, Int. J. Forecasting 19, section 3 (James-Stein).
 */
final class SeasonalShrinkage {
    private static final int SHORTEST = 4;

    private SeasonalShrinkage() {}

    static double[] shrunk(double[] factors, double[] values) {
        int m = factors.length;
        double[] trend = ClassicalDecomposition.centredMovingAverage(values, m);
        int[] counts = new int[m];
        double squares = 0;
        int total = 0;
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(trend[t])) {
                double deviation = values[t] / trend[t] - factors[t % m];
                squares += deviation * deviation;
                counts[t % m]++;
                total++;
            }
        }
        if (m < SHORTEST || total <= m) {
            return factors;
        }
        double inverseCount = 0;
        double spread = 0;
        for (int s = 0; s < m; s++) {
            inverseCount += 1.0 / counts[s] / m;
            spread += (factors[s] - 1) * (factors[s] - 1) / (m - 1);
        }
        double chance = squares / (total - m) * inverseCount;
        double weight = spread > 0 ? Math.min(1, (m - 3.0) / (m - 1) * chance / spread) : 0;
        double[] shrunk = new double[m];
        for (int s = 0; s < m; s++) {
            shrunk[s] = 1 + (1 - weight) * (factors[s] - 1);
        }
        return shrunk;
    }
}
