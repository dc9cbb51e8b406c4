package org.kvartal.forecast.price;

/**
 * One number about the price of a deal and its chance; {@code NaN} where there is none.
 *
 * @param method association or control-function
 * @param term what it is, as average_marginal_effect
 * @param gap the price gap of a point of the curve, else {@code NaN}
 * @param deals closed deals behind it
 * @param note what a reader must know
 */
public record GapEstimate(
        String method,
        String term,
        double gap,
        double estimate,
        double standardError,
        double lower95,
        double upper95,
        int deals,
        String note) {}
