package org.kvartal.jobs.analyze;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeMap;
import org.kvartal.forecast.customer.PurchaseHistory;
import org.kvartal.forecast.customer.SpendFit;

/**
 * The days on which a customer bought, and for how much.
 *
 * @param days at least one
 */
record CustomerPurchases(String customer, TreeMap<LocalDate, Double> days) {
    private static final double DAYS_OF_A_WEEK = 7;

    int repeats() {
        return days.size() - 1;
    }

    PurchaseHistory history(LocalDate until) {
        return new PurchaseHistory(repeats(), weeks(days.lastKey()), weeks(until));
    }

    private double weeks(LocalDate until) {
        return ChronoUnit.DAYS.between(days.firstKey(), until) / DAYS_OF_A_WEEK;
    }

    /** The mean amount of the days after the first one; none without repeats, or if nothing was paid on them. */
    Optional<SpendFit.Spend> repeatSpend() {
        double mean = days.values().stream()
                .skip(1)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        return mean > 0 ? Optional.of(new SpendFit.Spend(repeats(), mean)) : Optional.empty();
    }
}
