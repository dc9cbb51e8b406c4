package org.kvartal.forecast.price;

/**
 * One number about what a price does; {@code NaN} where there is none.
 *
 * @param method how it was estimated, as ols, 2sls, association or control-function
 * @param term what it is about, as own_price or average_marginal_effect
 * @param gap the price gap of a point of a curve; {@code NaN} where the number is not about one gap
 * @param rows products and periods, or closed deals, behind it
 * @param note what a reader must know
 */
public record PriceEstimate(
        String method,
        String term,
        double gap,
        double estimate,
        double standardError,
        double lower95,
        double upper95,
        int rows,
        String note) {
    static PriceEstimate of(
            String method, String term, double estimate, double error, double margin, int rows, String note) {
        return new PriceEstimate(
                method, term, Double.NaN, estimate, error, estimate - margin, estimate + margin, rows, note);
    }

    static PriceEstimate statistic(String method, String term, double value, int rows, String note) {
        return of(method, term, value, Double.NaN, Double.NaN, rows, note);
    }

    static PriceEstimate interval(String method, String term, double low, double high, int rows, String note) {
        return new PriceEstimate(method, term, Double.NaN, Double.NaN, Double.NaN, low, high, rows, note);
    }

    static PriceEstimate none(String method, String term, int rows, String note) {
        return statistic(method, term, Double.NaN, rows, note);
    }
}
