package org.kvartal.reports.difference;

import java.math.BigDecimal;

/**
 * What became of the sum of a column of numbers; of those that are no whole numbers, to six decimals.
 *
 * @param before sum over all rows that have a value
 */
public record SumChange(String column, BigDecimal before, BigDecimal after) {
    public BigDecimal change() {
        return after.subtract(before);
    }

    @Override
    public String toString() {
        return column + " " + before.toPlainString() + " to " + after.toPlainString();
    }
}
