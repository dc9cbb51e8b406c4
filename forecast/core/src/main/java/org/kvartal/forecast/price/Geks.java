package org.kvartal.forecast.price;

/**
 * The index of Gini, Eltetö, Köves and Szulc: every pair of periods counts alike.
 *
 * <pre>
 *   P[t] = prod over l of (I(0, l) I(l, t))^(1/n)      I: the index of two periods; n: the periods l that link 0 to t
 * </pre>
 *
 * With Törnqvist it is the index of Caves, Christensen and Diewert (CCDI). Source: Consumer Price Index Manual (2020),
 * chapter 10, section on multilateral methods; Ivancic, Diewert and Fox (2011), Scanner data, time aggregation and the
 * construction of price indexes, Journal of Econometrics 161.
 *
 * @param formula of two periods; one that passes time reversal, Fisher or Törnqvist
 */
public record Geks(BilateralIndex formula) implements WindowIndex {
    @Override
    public double[] of(PriceTable window) {
        int n = window.periodCount();
        double[][] logs = new double[n][n];
        for (int s = 0; s < n; s++) {
            for (int t = s + 1; t < n; t++) {
                logs[s][t] = Math.log(formula.of(window, s, t));
                logs[t][s] = -logs[s][t];
            }
        }
        double[] index = new double[n];
        index[0] = 1;
        for (int t = 1; t < n; t++) {
            double sum = 0;
            int links = 0;
            for (int l = 0; l < n; l++) {
                double log = logs[0][l] + logs[l][t];
                if (Double.isFinite(log)) {
                    sum += log;
                    links++;
                }
            }
            index[t] = Math.exp(sum / links);
        }
        return index;
    }
}
