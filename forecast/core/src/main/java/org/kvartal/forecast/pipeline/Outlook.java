package org.kvartal.forecast.pipeline;

/** Bookings of a period: what is booked, what open deals add, and what deals not yet created add. */
public interface Outlook {
    OutlookResult outlook(DealHistory history, BookingPeriod period);
}
