package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.jobs.command.InvalidUse;

/**
 * The intervals asked for and what their columns are called, as {@code lo-80} and {@code hi-80}.
 *
 * @param percents ascending, as the user writes them
 */
record IntervalNames(List<BigDecimal> percents) {
    private static final BigDecimal LOWEST = BigDecimal.ONE;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final int DIGITS_OF_PERCENT = 2;
    private static final String RULE = "Invalid --levels %s: a level is in percent, from 1 to below 100, as 95 or 99.9";

    IntervalNames {
        for (BigDecimal percent : percents) {
            if (percent.compareTo(LOWEST) < 0 || percent.compareTo(ALL) >= 0) {
                throw new InvalidUse(RULE.formatted(percent.toPlainString()));
            }
        }
        percents = percents.stream()
                .map(BigDecimal::stripTrailingZeros)
                .sorted()
                .distinct()
                .toList();
    }

    /** The levels as the user writes them. */
    static IntervalNames of(List<String> texts) {
        return new IntervalNames(texts.stream().map(IntervalNames::percent).toList());
    }

    private static BigDecimal percent(String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw new InvalidUse(RULE.formatted(text));
        }
    }

    Levels levels() {
        return new Levels(percents.stream().map(IntervalNames::fraction).toList());
    }

    static double fraction(BigDecimal percent) {
        return percent.movePointLeft(DIGITS_OF_PERCENT).doubleValue();
    }

    /** The lower and the upper end of each. */
    Stream<String> columns() {
        return names().flatMap(name -> Stream.of("lo-" + name, "hi-" + name));
    }

    Stream<String> names() {
        return percents.stream().map(BigDecimal::toPlainString);
    }
}
