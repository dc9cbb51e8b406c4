package org.kvartal.forecast.pipeline;

import java.util.Optional;

/** Any way to forecast what is still to be booked in a period; what a backtest compares. */
@FunctionalInterface
public interface BookingsForecast {
    /** Bookings after the as-of date up to the end of the period; empty when there is too little to go by. */
    Optional<BookingsDistribution> remaining(DealHistory history, BookingPeriod period);

    static BookingsForecast of(Outlook outlook) {
        return (history, period) -> outlook.outlook(history, period) instanceof OutlookResult.Estimated estimated
                ? Optional.of(estimated.remaining())
                : Optional.empty();
    }
}
