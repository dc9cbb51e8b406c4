package org.kvartal.jobs.analyze;

import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import org.kvartal.forecast.customer.SpendFit;

/**
 * The days on which a customer bought, and for how much.
 *
 * @param days at least one
 */
record CustomerPurchases(String customer, TreeMap<LocalDate, Double> days) {

    int repeats() {
        return days.size() - 1;
    }

    LocalDate first() {
        return days.firstKey();
    }

    /** What was bought up to a day; nothing by who came later. */
    Optional<CustomerPurchases> until(LocalDate last) {
        return first().isAfter(last)
                ? Optional.empty()
                : Optional.of(new CustomerPurchases(customer, new TreeMap<>(days.headMap(last, true))));
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
