package org.kvartal.forecast.timeseries.calendar;

/**
 * A regressor, or a group of them, that follows from dates.
 *
 * <pre>
 *   WORKING_DAYS    days from Monday to Friday that are no holiday
 *   WEEKDAYS        six columns: days that are Mondays, ..., Saturdays, each less the Sundays
 *   LEAP_YEAR       periods with 29 February 0.75, those with the end of another February -0.25, others 0
 *   LENGTH          days of the period
 *   EASTER          share of the 8 days before Easter Sunday that lie in the period
 *   MONTH_END       days that are the last of a month
 * </pre>
 *
 * Source: Findley, Monsell, Bell, Otto and Chen (1998), New capabilities and methods of the X-12-ARIMA
 * seasonal-adjustment program, J. of Business and Economic Statistics 16, section 1.3 (trading days, leap year, Easter).
 */
public enum CalendarEffect {
    WORKING_DAYS,
    WEEKDAYS,
    LEAP_YEAR,
    LENGTH,
    EASTER,
    MONTH_END
}
