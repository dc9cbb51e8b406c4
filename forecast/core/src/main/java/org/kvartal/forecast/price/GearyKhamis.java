package org.kvartal.forecast.price;

/**
 * The index of Geary and Khamis: expenditure by its value at the window's reference prices.
 *
 * <pre>
 *   P[t] = sum_i p[t][i] q[t][i] / sum_i b[i] q[t][i]
 *   b[i] = sum_t (q[t][i] / Q[i]) p[t][i] / P[t]             Q[i] = sum_t q[t][i]
 *   with z[t] = 1 / P[t]:   z[t] = sum_s M[t][s] z[s]        z[0] = 1
 *   M[t][s] = sum_i q[t][i] p[s][i] q[s][i] / Q[i] / V[t]    V[t] = sum_i p[t][i] q[t][i]
 * </pre>
 *
 * Source: Consumer Price Index Manual (2020), chapter 10; Khamis (1972), A new system of index numbers for national and
 * international purposes, Journal of the Royal Statistical Society A 135.
 */
public enum GearyKhamis implements WindowIndex {
    INDEX;

    @Override
    public double[] of(PriceTable window) {
        int n = window.periodCount();
        double[][] a = new double[n][n];
        for (int item = 0; item < window.itemCount(); item++) {
            double total = 0;
            for (int t = 0; t < n; t++) {
                total += window.isSold(t, item) ? window.quantity(t, item) : 0;
            }
            for (int t = 0; t < n && total > 0; t++) {
                double bought = window.isSold(t, item) ? window.quantity(t, item) / total : 0;
                for (int s = 0; s < n && bought > 0; s++) {
                    a[t][s] -= bought * window.expenditure(s, item);
                }
            }
        }
        for (int t = 0; t < n; t++) {
            double expenditure = window.expenditure(t);
            for (int s = 0; s < n; s++) {
                a[t][s] /= expenditure;
            }
            a[t][t] += 1;
        }
        double[] inverse = LinkedPeriods.of(window, window::isSold).solve(a, new double[n], 1);
        for (int t = 0; t < n; t++) {
            inverse[t] = 1 / inverse[t];
        }
        return inverse;
    }
}
