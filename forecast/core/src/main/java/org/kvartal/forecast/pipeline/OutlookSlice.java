package org.kvartal.forecast.pipeline;

import java.math.BigDecimal;

/**
 * The part of an outlook that one owner, region or product is expected to bring. Means of the members of a scope add up
 * to the mean of the total; quantiles do not, since good and bad luck of members partly cancel out.
 *
 * @param member who or which; empty for deals without one
 * @param booked won in the period up to the as-of date
 * @param openMean expected from open deals
 * @param newMean expected from deals not yet created, by the member's share of what was won young
 * @param p10 quantile 0.1 of all bookings of the period
 * @param p50 median
 * @param p90 quantile 0.9
 */
public record OutlookSlice(
        String member, BigDecimal booked, double openMean, double newMean, double p10, double p50, double p90) {
    /** Expected bookings of the period. */
    public double mean() {
        return booked.doubleValue() + openMean + newMean;
    }
}
