package org.kvartal.reports.fact;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Power of ten in which the numbers of one axis or one column are printed, and the digits behind the decimal mark.
 *
 * @param exponent 0, 3 (k), 6 (M) or 9 (bn)
 */
public record Scale(int exponent, int decimals) {
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    /** All digits that the unit has. */
    public static Scale exact(Unit unit) {
        return new Scale(0, unit.decimals());
    }

    /** One scale for all the facts, in which the largest has at most four digits before the decimal mark. */
    public static Scale common(Unit unit, Collection<Fact> facts) {
        Optional<BigDecimal> largest = facts.stream()
                .map(Fact::number)
                .flatMap(Optional::stream)
                .map(BigDecimal::abs)
                .max(Comparator.naturalOrder());
        if (unit.isFraction() || largest.isEmpty() || largest.get().compareTo(TEN_THOUSAND) < 0) {
            return exact(unit);
        }
        int digits = integerDigits(largest.get());
        int exponent = Math.min(9, (digits - 2) / 3 * 3);
        return new Scale(exponent, digits - exponent <= 2 ? 1 : 0);
    }

    /** In which one number has so many digits at least, if it is large; a small one keeps those of its unit. */
    static Scale brief(BigDecimal number, Unit unit, int significantDigits) {
        if (isSmall(number) || unit.isFraction()) {
            return exact(unit);
        }
        int digits = integerDigits(number);
        int exponent = Math.min(9, (digits - 1) / 3 * 3);
        return new Scale(exponent, Math.max(0, significantDigits - (digits - exponent)));
    }

    /** Whether it is written without a prefix in a sentence. */
    static boolean isSmall(BigDecimal number) {
        return number.abs().compareTo(TEN_THOUSAND) < 0;
    }

    private static int integerDigits(BigDecimal number) {
        return number.precision() - number.scale();
    }

    /** The prefix that stands before the unit. */
    @Message
    public String prefix() {
        return switch (exponent) {
            case 3 -> "k";
            case 6 -> "M";
            case 9 -> "bn";
            default -> "";
        };
    }
}
