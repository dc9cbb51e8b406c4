package org.kvartal.forecast.customer;

import java.util.Arrays;

/**
 * What is known of one customer.
 *
 * @param repeats x, days with a purchase after the day of the first one
 * @param recency t_x, from the first purchase to the last one; 0 without repeats
 * @param age T, from the first purchase to the end of observation, in the same unit
 */
public record PurchaseHistory(int repeats, double recency, double age) {
    public PurchaseHistory {
        if (repeats < 0 || !(recency >= 0) || !(age >= recency) || (repeats == 0) != (recency == 0)) {
            throw new IllegalArgumentException(
                    "Invalid purchase history: x = %d, t_x = %s, T = %s".formatted(repeats, recency, age));
        }
    }

    /**
     * What is known at a time.
     *
     * @param purchases times, ascending, no two the same, the first one not after {@code until}
     */
    public static PurchaseHistory of(double[] purchases, double until) {
        int known = (int) Arrays.stream(purchases).filter(time -> time <= until).count();
        return new PurchaseHistory(known - 1, purchases[known - 1] - purchases[0], until - purchases[0]);
    }
}
