package org.kvartal.forecast.pipeline;

import java.time.LocalDate;
import java.util.Optional;

/** Baseline: the bookings of the same days a year before. */
public final class LastYear implements BookingsForecast {
    @Override
    public Optional<BookingsDistribution> remaining(DealHistory history, BookingPeriod period) {
        LocalDate from = history.asOf().plusDays(1).minusYears(1);
        LocalDate to = period.lastDay().minusYears(1);
        if (history.deals().isEmpty()
                || history.asOf().minusDays(history.lengthDays() - 1L).isAfter(from)) {
            return Optional.empty();
        }
        return Optional.of(
                BookingsDistribution.certain(history.wonBetween(from, to).doubleValue()));
    }
}
