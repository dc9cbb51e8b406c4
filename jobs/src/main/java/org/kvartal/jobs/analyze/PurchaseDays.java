package org.kvartal.jobs.analyze;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Gathers what a customer bought, in the order of a file: purchases of one day are one. */
final class PurchaseDays {
    private int[] days = new int[4];
    private double[] amounts = new double[4];
    private int size;

    void add(LocalDate day, double amount) {
        int added = (int) day.toEpochDay();
        if (size > 0 && days[size - 1] == added) {
            amounts[size - 1] += amount;
            return;
        }
        if (size == days.length) {
            days = Arrays.copyOf(days, 2 * size);
            amounts = Arrays.copyOf(amounts, 2 * size);
        }
        days[size] = added;
        amounts[size++] = amount;
    }

    CustomerPurchases of(String customer) {
        return isSorted()
                ? new CustomerPurchases(customer, Arrays.copyOf(days, size), Arrays.copyOf(amounts, size))
                : sorted().of(customer);
    }

    private boolean isSorted() {
        return IntStream.range(1, size).allMatch(i -> days[i - 1] < days[i]);
    }

    private PurchaseDays sorted() {
        PurchaseDays sorted = new PurchaseDays();
        IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingInt(i -> days[i]))
                .forEachOrdered(i -> sorted.add(LocalDate.ofEpochDay(days[i]), amounts[i]));
        return sorted;
    }
}
