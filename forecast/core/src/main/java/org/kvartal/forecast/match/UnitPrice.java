package org.kvartal.forecast.match;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Two prices for the same quantity: per kilogram, per litre or per piece.
 * <pre>
 *   unit price = price / (pieces * content of a piece)
 * </pre>
 * Who says nothing of a pack sells one piece. Where both tell a mass or a volume the content counts, else pieces do, unless
 * one of the two is sold by content.
 *
 * @param own the own price
 * @param other the other price
 * @param unit for which quantity: kg, l or piece
 */
public record UnitPrice(double own, double other, String unit) {
    private static final double THOUSAND = 1000;

    static Optional<UnitPrice> of(Product own, Product other) {
        double ownPrice = own.item().price() / Math.max(1, own.pack());
        double otherPrice = other.item().price() / Math.max(1, other.pack());
        if (!(ownPrice > 0) || !(otherPrice > 0)) {
            return Optional.empty();
        }
        for (Dimension dimension : Dimension.values()) {
            Measure mine = own.sizes().get(dimension);
            Measure its = other.sizes().get(dimension);
            if (dimension.isContent() && mine != null && its != null) {
                return Optional.of(new UnitPrice(
                        ownPrice / mine.amount() * THOUSAND,
                        otherPrice / its.amount() * THOUSAND,
                        dimension == Dimension.MASS ? "kg" : "l"));
            }
            if (dimension.isContent() && (mine != null || its != null)) {
                return own.pack() == 0 && other.pack() == 0
                        ? Optional.of(new UnitPrice(ownPrice, otherPrice, "piece"))
                        : Optional.empty();
            }
        }
        return Optional.of(new UnitPrice(ownPrice, otherPrice, "piece"));
    }

    static OptionalDouble logRatio(Product own, Product other) {
        return of(own, other)
                .map(price -> OptionalDouble.of(Math.log(price.own / price.other)))
                .orElse(OptionalDouble.empty());
    }

    /** Own price over the other, less one: above zero the own one is dearer. */
    public double gapRate() {
        return own / other - 1;
    }
}
