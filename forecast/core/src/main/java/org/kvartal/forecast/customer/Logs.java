package org.kvartal.forecast.customer;

/** Sums of numbers of which only the logarithms fit into a double. */
final class Logs {
    private Logs() {}

    /** ln(e^one + e^other). */
    static double sum(double one, double other) {
        double higher = Math.max(one, other);
        return higher == Double.NEGATIVE_INFINITY
                ? higher
                : higher + Math.log1p(Math.exp(Math.min(one, other) - higher));
    }
}
