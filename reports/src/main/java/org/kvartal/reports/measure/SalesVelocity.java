package org.kvartal.reports.measure;

import java.util.Optional;

/**
 * What the pipeline yields a day if open deals are won as those closed were: a headline, not a forecast.
 * <pre>
 *   velocity = openCount * winRate * averageDealSize / wonAgeDays      project currency a day
 * </pre>
 *
 * @param openCount open opportunities
 * @param winRate fraction 0 to 1, by {@link Measures#WIN_RATE}
 * @param averageDealSize project currency, by {@link Measures#AVERAGE_DEAL_SIZE}
 * @param wonAgeDays days from creation to winning, by {@link Measures#WON_AGE}
 */
public record SalesVelocity(long openCount, double winRate, double averageDealSize, double wonAgeDays) {

    /** Empty when deals are won on the day they are created: then there is no pace. */
    public Optional<Double> perDay() {
        return wonAgeDays > 0 ? Optional.of(openCount * winRate * averageDealSize / wonAgeDays) : Optional.empty();
    }
}
