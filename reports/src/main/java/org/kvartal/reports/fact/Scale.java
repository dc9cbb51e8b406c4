package org.kvartal.reports.fact;

/**
 * Power of ten in which the numbers of one axis or one column are printed, and the digits behind the decimal mark.
 *
 * @param exponent 0, 3 (k), 6 (M) or 9 (bn)
 */
public record Scale(int exponent, int decimals) {

    /** The prefix that stands before the unit. */
    public String prefix() {
        return switch (exponent) {
            case 3 -> "k";
            case 6 -> "M";
            case 9 -> "bn";
            default -> "";
        };
    }
}
