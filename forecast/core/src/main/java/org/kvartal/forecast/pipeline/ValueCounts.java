package org.kvartal.forecast.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many deals of each outcome have each value of an attribute; an unknown value is an empty text. */
final class ValueCounts {
    private static final double OFTEN = 5;
    private static final int COMMON = 8;
    private static final int WON = Outcome.WON.ordinal();
    private static final int LOST = Outcome.LOST.ordinal();
    private static final int OPEN = Outcome.OPEN.ordinal();

    private final Map<String, int[]> counts = new TreeMap<>();
    private final int[] deals = new int[Outcome.values().length];

    private ValueCounts() {}

    static ValueCounts of(DealHistory history, String attribute) {
        Map<String, int[]> counts = new HashMap<>();
        ValueCounts all = new ValueCounts();
        for (Deal deal : history.deals()) {
            String value = deal.attributes().getOrDefault(attribute, "");
            counts.computeIfAbsent(value, key -> new int[all.deals.length])[
                    deal.outcome().ordinal()]++;
            all.deals[deal.outcome().ordinal()]++;
        }
        all.counts.putAll(counts);
        return all;
    }

    /** Deals that ended so. */
    int all(Outcome outcome) {
        return deals[outcome.ordinal()];
    }

    int closed() {
        return deals[WON] + deals[LOST];
    }

    /** Share of the deals that ended so of which the value is known; 0 without any. */
    double known(Outcome outcome) {
        int all = all(outcome);
        int unknown = counts.getOrDefault("", new int[deals.length])[outcome.ordinal()];
        return all == 0 ? 0 : (double) (all - unknown) / all;
    }

    /** Different values of closed deals. */
    Set<String> ofClosed() {
        return counts.entrySet().stream()
                .filter(entry -> closed(entry.getValue()) > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Number of deals by value. */
    Map<String, Integer> ofAll() {
        Map<String, Integer> all = new TreeMap<>();
        counts.forEach((value, count) -> all.put(value, closed(count) + count[OPEN]));
        return all;
    }

    private static int closed(int[] count) {
        return count[WON] + count[LOST];
    }

    /** Share of closed deals with a value that is common among them and absent among open deals. */
    double unseen() {
        return counts.values().stream()
                        .filter(count -> closed(count) * (double) deals[OPEN] > OFTEN * closed())
                        .filter(count -> count[OPEN] == 0)
                        .mapToInt(ValueCounts::closed)
                        .sum()
                / (double) closed();
    }

    /** Area under the curve of the rate at which each value wins, values of few deals counting as average. */
    double parted() {
        List<double[]> common = new ArrayList<>();
        double[] rare = new double[2];
        for (int[] count : counts.values()) {
            if (closed(count) >= COMMON) {
                common.add(new double[] {count[WON], count[LOST]});
            } else {
                rare[0] += count[WON];
                rare[1] += count[LOST];
            }
        }
        common.add(rare);
        common.sort((a, b) -> Double.compare(b[0] * (a[0] + a[1] + 1), a[0] * (b[0] + b[1] + 1)));
        double area = 0;
        double wonBefore = 0;
        for (double[] count : common) {
            area += count[1] * (wonBefore + count[0] / 2);
            wonBefore += count[0];
        }
        return deals[WON] == 0 || deals[LOST] == 0 ? 0 : area / deals[WON] / deals[LOST];
    }
}
