package org.kvartal.forecast.timeseries.arima;

/**
 * Autoregressions of rising order by the Durbin-Levinson recursion on sample autocovariances.
 *
 * <pre>
 *   c[k]   = sum_{t&gt;k} w[t] w[t-k] / n                       w has mean 0
 *   a[k,k] = (c[k] - sum_j a[k-1,j] c[k-j]) / v[k-1]
 *   a[k,j] = a[k-1,j] - a[k,k] a[k-1,k-j]                    v[k] = v[k-1] (1 - a[k,k]^2), v[0] = c[0]
 * </pre>
 *
 * Source: Brockwell and Davis (1991), Time Series: Theory and Methods, 2nd ed., section 8.2.
 */
final class Autocovariance {
    private final double[] w;

    Autocovariance(double[] w) {
        this.w = w;
    }

    /** The coefficients of order 0 to {@code most} and their innovation variances. */
    Autoregressions autoregressions(int most) {
        int n = w.length;
        double[] c = new double[most + 1];
        for (int k = 0; k <= most; k++) {
            for (int t = k; t < n; t++) {
                c[k] += w[t] * w[t - k];
            }
            c[k] /= n;
        }
        double[][] coefficients = new double[most + 1][];
        double[] variances = new double[most + 1];
        coefficients[0] = new double[0];
        variances[0] = c[0];
        for (int k = 1; k <= most; k++) {
            double[] before = coefficients[k - 1];
            double partial = c[k];
            for (int j = 1; j < k; j++) {
                partial -= before[j - 1] * c[k - j];
            }
            partial = variances[k - 1] > 0 ? partial / variances[k - 1] : 0;
            double[] now = new double[k];
            for (int j = 1; j < k; j++) {
                now[j - 1] = before[j - 1] - partial * before[k - j - 1];
            }
            now[k - 1] = partial;
            coefficients[k] = now;
            variances[k] = variances[k - 1] * (1 - partial * partial);
        }
        return new Autoregressions(coefficients, variances);
    }

    /** What an autoregression of an order leaves of each value; values before the first count as 0. */
    double[] innovations(int order) {
        double[] a = autoregressions(order).coefficients[order];
        double[] e = new double[w.length];
        for (int t = 0; t < w.length; t++) {
            double sum = w[t];
            for (int j = 1; j <= Math.min(order, t); j++) {
                sum -= a[j - 1] * w[t - j];
            }
            e[t] = sum;
        }
        return e;
    }

    /** Autoregressions of every order up to a bound. */
    static final class Autoregressions {
        private final double[][] coefficients;
        private final double[] variances;

        private Autoregressions(double[][] coefficients, double[] variances) {
            this.coefficients = coefficients;
            this.variances = variances;
        }

        double[] coefficients(int order) {
            return coefficients[order].clone();
        }

        double variance(int order) {
            return variances[order];
        }
    }
}
