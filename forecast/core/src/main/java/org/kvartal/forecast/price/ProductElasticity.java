package org.kvartal.forecast.price;

/**
 * The own-price elasticity of one product.
 *
 * @param rows periods in which it was sold
 * @param priceChanges periods in which its price was another one than in the period before
 * @param raw from its own sales; {@code NaN} where they do not tell
 * @param shrunk drawn to that of all products by as much as its error explains
 * @param note what a reader must know; empty if nothing
 */
public record ProductElasticity(
        String product,
        int rows,
        int priceChanges,
        double raw,
        double rawStandardError,
        double shrunk,
        double lower95,
        double upper95,
        String note) {}
