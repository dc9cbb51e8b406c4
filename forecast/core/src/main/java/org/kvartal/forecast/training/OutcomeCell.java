package org.kvartal.forecast.training;

import java.time.LocalDate;

/**
 * Outcomes of one person that are alike: requests of one kind opened in one month.
 *
 * @param kind category, priority and channel; empty where there are none
 * @param month its first day
 * @param phase days of training that the person had behind it, of whatever course
 * @param count outcomes, at least 1
 * @param total their sum
 * @param squares sum of their squares
 * @param hours sum of the hours behind them; 0 where the outcome is no time
 */
public record OutcomeCell(
        String person,
        String kind,
        LocalDate month,
        int phase,
        long count,
        double total,
        double squares,
        double hours) {

    /** Both together, whatever kinds they are of. */
    OutcomeCell with(OutcomeCell other) {
        return new OutcomeCell(
                person,
                "",
                month,
                phase,
                count + other.count,
                total + other.total,
                squares + other.squares,
                hours + other.hours);
    }
}
