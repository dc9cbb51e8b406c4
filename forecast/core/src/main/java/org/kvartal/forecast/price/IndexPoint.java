package org.kvartal.forecast.price;

/**
 * An index in one period.
 *
 * @param value with the first period as 1; {@code NaN} if the period cannot be compared
 * @param matchedItems items by which it is compared
 * @param note what a reader must know; empty if nothing
 */
public record IndexPoint(String period, double value, int matchedItems, String note) {
    IndexPoint withNote(String newNote) {
        return new IndexPoint(period, value, matchedItems, newNote);
    }
}
