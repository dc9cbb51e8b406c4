package org.kvartal.forecast.anomaly;

import java.time.LocalDate;

/**
 * What the night says about one figure.
 *
 * @param lastDay last day looked at
 * @param actual in the unit of the figure; a share from 0 to 1
 * @param expected in the same unit
 * @param lower lower end of the 95 % interval; not a number for a drift
 * @param upper upper end of it
 * @param pValue two-sided, of this figure alone
 * @param adjusted for all figures of the grain watched this night
 * @param since first day of the alarm; the last day when there is none
 */
public record KpiFinding(
        KpiKey key,
        Grain grain,
        LocalDate lastDay,
        double actual,
        double expected,
        double lower,
        double upper,
        double pValue,
        double adjusted,
        State state,
        LocalDate since) {

    /** What becomes of a figure that was watched. */
    public enum State {
        /** Within what chance allows. */
        QUIET,
        /** Beyond it, and not so in the seven nights before. */
        ALARM,
        /** Beyond it, as in one of the seven nights before: not told again. */
        ONGOING,
        /** Beyond it, as the total is in the same direction: told there. */
        PART_OF_TOTAL
    }

    public boolean isAbove() {
        return actual > expected;
    }

    public LocalDate firstDay() {
        return lastDay.minusDays(grain.shownDays() - 1L);
    }
}
