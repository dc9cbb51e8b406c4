package org.kvartal.forecast.timeseries.arima;

/**
 * The order of a seasonal model, written ARIMA(p,d,q)(P,D,Q)[m].
 *
 * @param p autoregressive terms
 * @param d differences
 * @param q moving average terms
 * @param seasonalP autoregressive terms at whole seasons
 * @param seasonalD seasonal differences
 * @param seasonalQ moving average terms at whole seasons
 * @param season season length, 1 for none
 * @param constant whether the differenced series has a mean of its own
 */
public record ArimaOrder(
        int p, int d, int q, int seasonalP, int seasonalD, int seasonalQ, int season, Constant constant) {
    /** The mean of the differenced series: a level without differences, a drift with one. */
    public enum Constant {
        ZERO,
        ESTIMATED
    }

    public ArimaOrder {
        if (Math.min(Math.min(p, d), Math.min(q, seasonalP)) < 0 || Math.min(seasonalD, seasonalQ) < 0 || season < 1) {
            throw new IllegalArgumentException("Invalid order: (%d,%d,%d)(%d,%d,%d)[%d]"
                    .formatted(p, d, q, seasonalP, seasonalD, seasonalQ, season));
        }
    }

    /** The number of coefficients of the autoregressive and moving average parts. */
    int coefficientCount() {
        return p + q + seasonalP + seasonalQ;
    }

    /** The number of estimated numbers, the variance among them. */
    int parameterCount() {
        return coefficientCount() + (constant == Constant.ESTIMATED ? 1 : 0) + 1;
    }

    /** The number of values lost to differences. */
    int lostToDifferences() {
        return d + seasonalD * season;
    }

    @Override
    public String toString() {
        String text = "ARIMA(%d,%d,%d)".formatted(p, d, q);
        if (season > 1) {
            text += "(%d,%d,%d)[%d]".formatted(seasonalP, seasonalD, seasonalQ, season);
        }
        return constant == Constant.ZERO ? text : text + (d + seasonalD == 0 ? " with mean" : " with drift");
    }
}
