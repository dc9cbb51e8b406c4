package org.kvartal.forecast.pipeline;

import java.time.LocalDate;

/** A model of how deals close, fitted on what was known at the end of one day. */
public interface DealModel {
    /**
     * Forecast of a deal that is open at that day.
     *
     * @param until last day of the period; the period begins the day after the as-of day
     */
    DealForecast forecast(Deal deal, LocalDate until);
}
