package org.kvartal.forecast.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Histories with the number of customers that have each: a million customers have far fewer different ones. */
final class PurchaseCounts {
    private static final int CHUNK = 2048;

    private final List<PurchaseHistory> histories;
    private final int[] counts;

    private PurchaseCounts(List<PurchaseHistory> histories, int[] counts) {
        this.histories = histories;
        this.counts = counts;
    }

    static PurchaseCounts of(Collection<PurchaseHistory> customers) {
        Map<PurchaseHistory, Integer> counts = new LinkedHashMap<>();
        customers.forEach(history -> counts.merge(history, 1, Integer::sum));
        return new PurchaseCounts(
                new ArrayList<>(counts.keySet()),
                counts.values().stream().mapToInt(Integer::intValue).toArray());
    }

    int customers() {
        return IntStream.of(counts).sum();
    }

    int different() {
        return histories.size();
    }

    /** Every k-th of the different histories, so that about {@code most} remain. */
    PurchaseCounts sample(int most) {
        int k = Math.max(1, histories.size() / most);
        int[] places = IntStream.range(0, histories.size())
                .filter(place -> place % k == 0)
                .toArray();
        return new PurchaseCounts(
                IntStream.of(places).mapToObj(histories::get).toList(),
                IntStream.of(places).map(place -> counts[place]).toArray());
    }

    /** The sum over all customers, on all cores; the same to the last digit on any number of them. */
    double sum(ToDoubleFunction<PurchaseHistory> function) {
        int chunks = (histories.size() + CHUNK - 1) / CHUNK;
        double[] sums = IntStream.range(0, chunks)
                .parallel()
                .mapToDouble(chunk -> {
                    double sum = 0;
                    int end = Math.min(histories.size(), (chunk + 1) * CHUNK);
                    for (int i = chunk * CHUNK; i < end; i++) {
                        sum += counts[i] * function.applyAsDouble(histories.get(i));
                    }
                    return sum;
                })
                .toArray();
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        return total;
    }
}
