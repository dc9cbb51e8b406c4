package org.kvartal.forecast.price;

/**
 * One number about the answer of quantity to price; {@code NaN} where there is none.
 *
 * @param method ols or 2sls
 * @param term what it is about, as own_price
 * @param rows products and periods behind it
 * @param note what a reader must know
 */
public record ElasticityEstimate(
        String method,
        String term,
        double estimate,
        double standardError,
        double lower95,
        double upper95,
        int rows,
        String note) {
    static ElasticityEstimate of(
            String method, String term, double estimate, double error, double margin, int rows, String note) {
        return new ElasticityEstimate(method, term, estimate, error, estimate - margin, estimate + margin, rows, note);
    }

    static ElasticityEstimate statistic(String method, String term, double value, int rows, String note) {
        return new ElasticityEstimate(method, term, value, Double.NaN, Double.NaN, Double.NaN, rows, note);
    }

    static ElasticityEstimate interval(String method, String term, double low, double high, int rows, String note) {
        return new ElasticityEstimate(method, term, Double.NaN, Double.NaN, low, high, rows, note);
    }

    static ElasticityEstimate none(String method, String term, int rows, String note) {
        return statistic(method, term, Double.NaN, rows, note);
    }
}
