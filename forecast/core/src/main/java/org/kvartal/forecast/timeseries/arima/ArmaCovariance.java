package org.kvartal.forecast.timeseries.arima;

import java.util.Arrays;

/**
 * Covariances of a stationary process in units of its innovation variance.
 *
 * <pre>
 *   psi[0] = 1,  psi[k] = ma[k] + sum_{j=1..k} ar[j] psi[k-j]
 *   gamma(k) - sum_j ar[j] gamma(|k-j|) = sum_{j=k..q} ma[j] psi[j-k]         k = 0..p, a linear system
 *   cov(x_i, w) = sum_{j&gt;=i} ar[j] gamma(j-i+1) + sum_{j&gt;=i-1} ma[j] psi[j-i+1]     i = 1..r
 * </pre>
 *
 * ar and ma are the expanded polynomials, ma[0] = 1, x the state of {@link ArmaFilter}. Source: Brockwell and Davis
 * (1991), Time Series: Theory and Methods, 2nd ed., section 3.3.
 */
final class ArmaCovariance {
    private static final double SINGULAR = 1e-12;

    private final int p;
    private final int q;
    private final int r;
    private final double[] psi;
    private final double[][] system;
    private final double[] gamma;
    private final double[] withState;

    ArmaCovariance(int p, int q) {
        this.p = p;
        this.q = q;
        r = Math.max(p, q + 1);
        psi = new double[r + 1];
        system = new double[p + 1][p + 2];
        gamma = new double[r + 1];
        withState = new double[r];
    }

    /** Whether the process is stationary. */
    boolean compute(double[] ar, double[] ma) {
        psi[0] = 1;
        for (int k = 1; k <= r; k++) {
            double sum = k <= q ? ma[k - 1] : 0;
            for (int j = 1; j <= Math.min(k, p); j++) {
                sum += ar[j - 1] * psi[k - j];
            }
            psi[k] = sum;
        }
        if (!solve(ar, ma)) {
            return false;
        }
        for (int i = 1; i <= r; i++) {
            double sum = 0;
            for (int j = i; j <= p; j++) {
                sum += ar[j - 1] * gamma[j - i + 1];
            }
            for (int j = i - 1; j <= q; j++) {
                sum += (j == 0 ? 1 : ma[j - 1]) * psi[j - i + 1];
            }
            withState[i - 1] = sum;
        }
        return withState[0] >= 1 - 1e-8 && Double.isFinite(withState[0]);
    }

    private boolean solve(double[] ar, double[] ma) {
        for (int k = 0; k <= p; k++) {
            double[] row = system[k];
            Arrays.fill(row, 0);
            row[k] += 1;
            for (int j = 1; j <= p; j++) {
                row[Math.abs(k - j)] -= ar[j - 1];
            }
            row[p + 1] = movingAverageSide(ma, k);
        }
        if (!eliminate()) {
            return false;
        }
        for (int k = p; k >= 0; k--) {
            double sum = system[k][p + 1];
            for (int j = k + 1; j <= p; j++) {
                sum -= system[k][j] * gamma[j];
            }
            gamma[k] = sum / system[k][k];
        }
        return true;
    }

    private double movingAverageSide(double[] ma, int k) {
        double sum = 0;
        for (int j = k; j <= q; j++) {
            sum += (j == 0 ? 1 : ma[j - 1]) * psi[j - k];
        }
        return sum;
    }

    private boolean eliminate() {
        for (int k = 0; k <= p; k++) {
            int pivot = k;
            for (int i = k + 1; i <= p; i++) {
                if (Math.abs(system[i][k]) > Math.abs(system[pivot][k])) {
                    pivot = i;
                }
            }
            double[] swap = system[k];
            system[k] = system[pivot];
            system[pivot] = swap;
            double[] row = system[k];
            if (Math.abs(row[k]) < SINGULAR) {
                return false;
            }
            for (int i = k + 1; i <= p; i++) {
                double[] below = system[i];
                double factor = below[k] / row[k];
                if (factor != 0) {
                    for (int j = k; j <= p + 1; j++) {
                        below[j] -= factor * row[j];
                    }
                }
            }
        }
        return true;
    }

    /** The covariance of each state with the value, which {@link #compute} overwrites. */
    double[] withState() {
        return withState;
    }
}
