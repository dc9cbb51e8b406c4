package org.kvartal.forecast.price;

import java.util.Arrays;

/**
 * The time-product dummy: prices as the product of a level of the period and a worth of the item.
 *
 * <pre>
 *   ln p[t][i] = a[t] + b[i] + error       a[0] = 0       P[t] = exp(a[t])
 *   least squares with weights: the item's share of the period's expenditure, or 1
 *   after the b are eliminated:  sum over s of A[t][s] a[s] = c[t]
 *   A[t][s] = [t = s] sum_i w[t][i] - sum_i w[t][i] w[s][i] / W[i]        W[i] = sum_t w[t][i]
 * </pre>
 *
 * An item priced in one period only says nothing. Source: Consumer Price Index Manual (2020), chapter 10; de Haan and
 * Krsinich (2014), Scanner data and the treatment of quality change in nonrevisable price indexes, Journal of Business and
 * Economic Statistics 32.
 */
public enum TimeProductDummy implements WindowIndex {
    /** Weights are expenditure shares. */
    WEIGHTED {
        @Override
        double weight(PriceTable window, int t, int item, double expenditure) {
            return window.expenditure(t, item) / expenditure;
        }
    },
    /** Every price counts alike. */
    UNWEIGHTED {
        @Override
        double weight(PriceTable window, int t, int item, double expenditure) {
            return window.isPriced(t, item) ? 1 : 0;
        }
    };

    abstract double weight(PriceTable window, int t, int item, double expenditure);

    @Override
    public double[] of(PriceTable window) {
        int n = window.periodCount();
        double[] expenditures = new double[n];
        for (int t = 0; t < n; t++) {
            expenditures[t] = window.expenditure(t);
        }
        double[][] a = new double[n][n];
        double[] c = new double[n];
        double[] w = new double[n];
        for (int item = 0; item < window.itemCount(); item++) {
            double total = 0;
            double mean = 0;
            for (int t = 0; t < n; t++) {
                w[t] = window.isPriced(t, item) ? weight(window, t, item, expenditures[t]) : 0;
                total += w[t];
                mean += w[t] == 0 ? 0 : w[t] * Math.log(window.price(t, item));
            }
            if (total > 0) {
                add(window, item, w, total, mean / total, a, c);
            }
        }
        double[] levels = LinkedPeriods.of(
                        window, (t, item) -> window.isPriced(t, item) && weight(window, t, item, expenditures[t]) > 0)
                .solve(a, c, 0);
        return Arrays.stream(levels).map(Math::exp).toArray();
    }

    private static void add(
            PriceTable window, int item, double[] w, double total, double mean, double[][] a, double[] c) {
        for (int t = 0; t < w.length; t++) {
            if (w[t] > 0) {
                c[t] += w[t] * (Math.log(window.price(t, item)) - mean);
                a[t][t] += w[t];
                for (int s = 0; s < w.length; s++) {
                    a[t][s] -= w[t] * w[s] / total;
                }
            }
        }
    }
}
