package org.kvartal.forecast.timeseries.arima;

import java.util.Arrays;

/**
 * The polynomials of a seasonal model, from unbounded numbers that keep it stationary and invertible.
 *
 * <pre>
 *   partial[i] = tanh(x[i])                              in (-1, 1)
 *   phi: Durbin-Levinson recursion of the partial autocorrelations; theta = - the same recursion
 *   AR: (1 - phi[1] B - ...)(1 - Phi[1] B^m - ...)       expanded to 1 - ar[1] B - ar[2] B^2 - ...
 *   MA: (1 + theta[1] B + ...)(1 + Theta[1] B^m + ...)   expanded to 1 + ma[1] B + ma[2] B^2 + ...
 * </pre>
 *
 * Source: Monahan (1984), A note on enforcing stationarity in autoregressive-moving average models, Biometrika 71.
 */
final class ArmaPolynomials {
    private static final double LARGEST_PARTIAL = 0.98;

    private final ArimaOrder order;
    private final double[] ar;
    private final double[] ma;
    private final double[] coefficients;
    private final double[] work;

    ArmaPolynomials(ArimaOrder order) {
        this.order = order;
        int m = order.season();
        ar = new double[order.p() + order.seasonalP() * m];
        ma = new double[order.q() + order.seasonalQ() * m];
        coefficients = new double[order.coefficientCount()];
        work = new double[Math.max(1, order.coefficientCount())];
    }

    /** Sets the polynomials from unbounded numbers in the order p, q, P, Q. */
    void set(double[] unbounded) {
        int start = 0;
        start = part(unbounded, start, order.p(), 1);
        start = part(unbounded, start, order.q(), -1);
        start = part(unbounded, start, order.seasonalP(), 1);
        part(unbounded, start, order.seasonalQ(), -1);
        int q = order.p();
        int seasonalP = q + order.q();
        int seasonalQ = seasonalP + order.seasonalP();
        // 1 - AR = (1 - a)(1 - A): the product of two lags enters with a minus; for MA with a plus.
        expand(ar, 0, order.p(), seasonalP, order.seasonalP(), -1);
        expand(ma, q, order.q(), seasonalQ, order.seasonalQ(), 1);
    }

    private int part(double[] unbounded, int start, int count, int sign) {
        for (int k = 0; k < count; k++) {
            double partial = Math.tanh(unbounded[start + k]);
            for (int i = 0; i < k; i++) {
                work[i] = coefficients[start + i] - partial * coefficients[start + k - 1 - i];
            }
            System.arraycopy(work, 0, coefficients, start, k);
            coefficients[start + k] = partial;
        }
        if (sign < 0) {
            for (int k = 0; k < count; k++) {
                coefficients[start + k] = -coefficients[start + k];
            }
        }
        return start + count;
    }

    private void expand(double[] lags, int start, int count, int seasonalStart, int seasonalCount, int sign) {
        int m = order.season();
        Arrays.fill(lags, 0);
        for (int i = 0; i < count; i++) {
            lags[i] += coefficients[start + i];
        }
        for (int j = 0; j < seasonalCount; j++) {
            int lag = (j + 1) * m;
            lags[lag - 1] += coefficients[seasonalStart + j];
            for (int i = 0; i < count; i++) {
                lags[lag + i] += sign * coefficients[start + i] * coefficients[seasonalStart + j];
            }
        }
    }

    /** The unbounded numbers of autoregressive coefficients, drawn back to where they are stationary. */
    static double[] unbounded(double[] coefficients) {
        int n = coefficients.length;
        double[] current = coefficients.clone();
        double[] unbounded = new double[n];
        for (int k = n - 1; k >= 0; k--) {
            double partial = Math.max(-LARGEST_PARTIAL, Math.min(LARGEST_PARTIAL, current[k]));
            unbounded[k] = 0.5 * Math.log((1 + partial) / (1 - partial));
            double[] shorter = new double[k];
            for (int i = 0; i < k; i++) {
                shorter[i] = (current[i] + partial * current[k - 1 - i]) / (1 - partial * partial);
            }
            current = shorter;
        }
        return unbounded;
    }

    /** The expanded autoregressive lags, which {@link #set} overwrites. */
    double[] ar() {
        return ar;
    }

    /** The expanded moving average lags, which {@link #set} overwrites. */
    double[] ma() {
        return ma;
    }

    /** The coefficients in the order p, q, P, Q. */
    double[] coefficients() {
        return coefficients.clone();
    }
}
