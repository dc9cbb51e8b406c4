package org.kvartal.forecast.timeseries.arima;

import java.util.Arrays;
import org.kvartal.forecast.timeseries.decomposition.ClassicalDecomposition;

/**
 * How often a series is differenced, and the differences themselves.
 *
 * <pre>
 *   seasonal: once if Fs = 1 - var(remainder) / var(values without trend) &gt; 0.64, by classical decomposition
 *   plain:    as long as the KPSS statistic exceeds 0.463 (5 %), at most twice in all with the seasonal one
 *   KPSS    = sum_t S[t]^2 / (n^2 s2(l)),  S[t] = partial sums of y - mean,  l = floor(3 sqrt(n) / 13)
 *   s2(l)   = (sum e^2 + 2 sum_{k=1..l} (1 - k / (l + 1)) sum_t e[t] e[t-k]) / n
 * </pre>
 *
 * Sources: Hyndman and Khandakar (2008), J. Statistical Software 27(3), section 3.1; Wang, Smith and Hyndman (2006),
 * Data Mining and Knowledge Discovery 13 (seasonal strength); Kwiatkowski, Phillips, Schmidt and Shin (1992), J. of
 * Econometrics 54.
 */
final class Differences {
    private static final double STRONG_SEASON = 0.64;
    private static final double KPSS_5_PERCENT = 0.463;

    private Differences() {}

    static double[] difference(double[] y, int lag) {
        double[] differences = new double[y.length - lag];
        for (int t = lag; t < y.length; t++) {
            differences[t - lag] = y[t] - y[t - lag];
        }
        return differences;
    }

    static double[] of(double[] y, int d, int seasonalD, int m) {
        double[] w = y;
        for (int i = 0; i < seasonalD; i++) {
            w = difference(w, m);
        }
        for (int i = 0; i < d; i++) {
            w = difference(w, 1);
        }
        return w;
    }

    static int seasonalNeeded(double[] y, int m) {
        if (m == 1 || y.length < 3 * m) {
            return 0;
        }
        double[] trend = ClassicalDecomposition.centredMovingAverage(y, m);
        double[] indices = ClassicalDecomposition.additiveIndices(y, m);
        double[] detrended = new double[y.length];
        double[] remainder = new double[y.length];
        int n = 0;
        for (int t = 0; t < y.length; t++) {
            if (!Double.isNaN(trend[t])) {
                detrended[n] = y[t] - trend[t];
                remainder[n] = detrended[n] - indices[t % m];
                n++;
            }
        }
        double whole = variance(Arrays.copyOf(detrended, n));
        return whole > 0 && 1 - variance(Arrays.copyOf(remainder, n)) / whole > STRONG_SEASON ? 1 : 0;
    }

    static int plainNeeded(double[] w, int most) {
        int d = 0;
        double[] current = w;
        while (d < most && current.length > 3 && variance(current) > 0 && kpss(current) > KPSS_5_PERCENT) {
            current = difference(current, 1);
            d++;
        }
        return d;
    }

    static double kpss(double[] y) {
        int n = y.length;
        double mean = Arrays.stream(y).average().orElseThrow();
        double partial = 0;
        double squaredPartials = 0;
        double squares = 0;
        for (double value : y) {
            partial += value - mean;
            squaredPartials += partial * partial;
            squares += (value - mean) * (value - mean);
        }
        int lags = (int) (3 * Math.sqrt(n) / 13);
        double longRun = squares;
        for (int k = 1; k <= lags; k++) {
            double products = 0;
            for (int t = k; t < n; t++) {
                products += (y[t] - mean) * (y[t - k] - mean);
            }
            longRun += 2 * (1 - k / (lags + 1.0)) * products;
        }
        return squaredPartials / n / longRun;
    }

    static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return values.length < 2 ? 0 : sum / (values.length - 1);
    }
}
