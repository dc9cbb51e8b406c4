package org.kvartal.forecast.pipeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Fields whose every change is on record, so that a closed deal without one has always had the value it ends with.
 *
 * <p>A log is complete when it ends with what the row says: in nine of ten closed deals with changes of the field the
 * last of them leads to the present value. Logs without the changes made at closing fail, and logs that are absent.
 */
record LoggedFields(Map<String, Boolean> complete) {
    static final LoggedFields NONE = new LoggedFields(Map.of());
    private static final double MIN_SHARE = 0.9;

    static LoggedFields of(Collection<Deal> deals) {
        Map<String, int[]> counts = new HashMap<>();
        for (Deal deal : deals) {
            if (!deal.isOpen()) {
                Map<String, String> last = new HashMap<>();
                deal.changes().forEach(change -> last.put(change.field(), change.after()));
                last.forEach((field, after) -> {
                    int[] count = counts.computeIfAbsent(field, name -> new int[2]);
                    count[0]++;
                    count[1] += deal.hasValue(field, after) ? 1 : 0;
                });
            }
        }
        Map<String, Boolean> complete = new HashMap<>();
        counts.forEach((field, count) -> complete.put(field, count[1] >= MIN_SHARE * count[0]));
        return new LoggedFields(Map.copyOf(complete));
    }

    /** Whether there are changes of this field, and all of them. */
    boolean isComplete(String field) {
        return complete.getOrDefault(field, false);
    }

    /** Whether there are any changes of this field. */
    boolean isKnown(String field) {
        return complete.containsKey(field);
    }
}
