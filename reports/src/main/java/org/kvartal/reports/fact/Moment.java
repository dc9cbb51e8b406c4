package org.kvartal.reports.fact;

import java.time.LocalDate;

/** A day, or the civil month that it lies in, written as the reader's language writes it. */
public record Moment(LocalDate day, Form form) implements Span {

    /** How much of the date is written. */
    public enum Form {
        /** 31 Dec 2026 */
        DAY,
        /** Dec 2026 */
        MONTH,
        /** Dec 26 */
        SHORT_MONTH,
        /** Dey 1405: the month of the Solar Hijri calendar. */
        SOLAR_MONTH
    }
}
