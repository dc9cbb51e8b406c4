package org.kvartal.forecast.price;

/** An index that looks at all periods of a window at once, so that it cannot drift inside it. */
@FunctionalInterface
public interface WindowIndex {
    /** The index of each period, the first being 1; {@code NaN} where no item links a period to the first. */
    double[] of(PriceTable window);
}
