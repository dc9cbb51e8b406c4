package org.kvartal.jobs.analyze;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kvartal.forecast.customer.SpendFit;

/** The days on which a customer bought, at least one, and for how much. Millions of customers have to fit into memory. */
final class CustomerPurchases {
    private final String customer;
    private final int[] days;
    private final double[] amounts;

    /** @param days of the epoch, each once and in order */
    CustomerPurchases(String customer, int[] days, double[] amounts) {
        this.customer = customer;
        this.days = days;
        this.amounts = amounts;
    }

    String customer() {
        return customer;
    }

    int repeats() {
        return days.length - 1;
    }

    LocalDate first() {
        return LocalDate.ofEpochDay(days[0]);
    }

    LocalDate last() {
        return LocalDate.ofEpochDay(days[days.length - 1]);
    }

    Stream<LocalDate> days() {
        return Arrays.stream(days).mapToObj(LocalDate::ofEpochDay);
    }

    /** What was bought up to a day; nothing by who came later. */
    Optional<CustomerPurchases> until(LocalDate last) {
        int known = (int)
                Arrays.stream(days).takeWhile(day -> day <= last.toEpochDay()).count();
        return known == 0
                ? Optional.empty()
                : Optional.of(
                        new CustomerPurchases(customer, Arrays.copyOf(days, known), Arrays.copyOf(amounts, known)));
    }

    /** The same purchases on other days; those that come to stand on none are left out. */
    CustomerPurchases moved(Function<LocalDate, Optional<LocalDate>> move) {
        PurchaseDays moved = new PurchaseDays();
        for (int i = 0; i < days.length; i++) {
            double amount = amounts[i];
            move.apply(LocalDate.ofEpochDay(days[i])).ifPresent(day -> moved.add(day, amount));
        }
        return moved.of(customer);
    }

    /** The mean amount of the days after the first one; none without repeats, or if nothing was paid on them. */
    Optional<SpendFit.Spend> repeatSpend() {
        double mean = Arrays.stream(amounts).skip(1).average().orElse(0);
        return mean > 0 ? Optional.of(new SpendFit.Spend(repeats(), mean)) : Optional.empty();
    }
}
