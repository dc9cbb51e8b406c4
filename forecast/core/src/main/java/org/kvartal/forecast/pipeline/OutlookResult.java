package org.kvartal.forecast.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** An outlook, or the reason why there is none. What is booked is known in both cases. */
public sealed interface OutlookResult {
    LocalDate asOf();

    BookingPeriod period();

    /** Won within the period up to the as-of date. */
    BigDecimal booked();

    /** One sentence: what the outlook rests on, or why there is none. */
    String reason();

    /**
     * An outlook.
     *
     * @param openMean expected from deals open at the as-of date
     * @param newMean expected from deals not yet created
     * @param remaining what is still to be booked after the as-of date
     * @param concentration share of the variance of the open deals that the largest five make up
     * @param shock how much deals move together
     * @param deals forecast of every open deal, in the order of the history
     * @param imputedAmounts open deals without an amount, which stand in with the amounts won
     * @param undatedDeals open deals without a creation date, which count as not yet created
     * @param notes what a reader should know of how the model was fitted, a sentence each
     * @param slices the outlook of owners, regions, products
     */
    record Estimated(
            LocalDate asOf,
            BookingPeriod period,
            BigDecimal booked,
            String reason,
            EvidenceLevel evidence,
            double openMean,
            double newMean,
            BookingsDistribution remaining,
            double concentration,
            QuarterShock shock,
            List<DealForecast> deals,
            int imputedAmounts,
            int undatedDeals,
            List<String> notes,
            OutlookSlices slices)
            implements OutlookResult {
        /** All bookings of the period. */
        public BookingsDistribution total() {
            return remaining.plus(booked.doubleValue());
        }
    }

    /** No outlook. */
    record Refused(LocalDate asOf, BookingPeriod period, BigDecimal booked, String reason) implements OutlookResult {}
}
