package org.kvartal.forecast.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Columns that are fit to be features, and those that are not, with the reason.
 *
 * <p>A column of the current table may have been written when the deal closed, as a lost reason is. Such a column tells the
 * end and not the chance of it. Refused are: columns known of closed deals and not of open ones or of one kind of end
 * only, columns whose values of closed deals do not occur among open ones, and columns that alone part won from lost. A
 * column of which every change is on record is taken as it was at the time.
 *
 * @param refused column and reason
 */
record Attributes(List<Attribute> used, Map<String, String> refused) {
    private static final double MAX_KNOWN_DIFFERENCE = 0.15;
    private static final double MAX_UNSEEN = 0.25;
    private static final double MAX_PARTED = 0.95;
    private static final double MAX_DISTINCT = 0.5;
    private static final int MIN_OPEN = 20;
    private static final int NUMBERS_FROM = 8;

    static Attributes of(DealHistory history) {
        Set<String> names = new TreeSet<>();
        history.deals().forEach(deal -> names.addAll(deal.attributes().keySet()));
        List<Attribute> used = new ArrayList<>();
        Map<String, String> refused = new TreeMap<>();
        for (String name : names) {
            ValueCounts counts = ValueCounts.of(history, name);
            String reason = history.isComplete(name)
                    ? ""
                    : history.hasChanges(name) ? "its changes at closing are not on record" : refusal(counts);
            if (reason.isEmpty()) {
                used.add(attribute(name, counts));
            } else {
                refused.put(name, reason);
            }
        }
        return new Attributes(List.copyOf(used), refused);
    }

    /** Readings of one deal, in the order of the attributes used; over time where changes are on record. */
    static final class Readings {
        static final Readings NONE = new Readings(new double[0], Map.of());

        private final double[] values;
        private final Map<Integer, Timeline> changed;

        private Readings(double[] values, Map<Integer, Timeline> changed) {
            this.values = values;
            this.changed = changed;
        }

        double at(int attribute, int day) {
            Timeline timeline = changed.get(attribute);
            return timeline == null ? values[attribute] : timeline.at(day);
        }
    }

    Readings readings(Deal deal, int created) {
        double[] values = new double[used.size()];
        Map<Integer, Timeline> changed = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            Attribute attribute = used.get(i);
            values[i] = attribute.reading(deal.attributes().getOrDefault(attribute.name(), ""));
            if (deal.hasChanges(attribute.name())) {
                changed.put(i, Timeline.of(deal, attribute.name(), created, values[i], attribute::reading));
            }
        }
        return new Readings(values, changed.isEmpty() ? Map.of() : changed);
    }

    private static String refusal(ValueCounts counts) {
        boolean comparable = counts.all(Outcome.OPEN) >= MIN_OPEN;
        double won = counts.known(Outcome.WON);
        double lost = counts.known(Outcome.LOST);
        double open = counts.known(Outcome.OPEN);
        if (Math.abs(won - lost) > MAX_KNOWN_DIFFERENCE
                || comparable && Math.abs(won - open) > MAX_KNOWN_DIFFERENCE
                || comparable && Math.abs(lost - open) > MAX_KNOWN_DIFFERENCE) {
            return "it is filled in for one outcome more often than for another";
        }
        Set<String> distinct = counts.ofClosed();
        if (distinct.size() < 2) {
            return "it has one value only";
        }
        if (!areNumbers(distinct) && distinct.size() > MAX_DISTINCT * counts.closed()) {
            return "nearly every deal has a value of its own";
        }
        if (comparable && counts.unseen() > MAX_UNSEEN) {
            return "closed deals have values that open ones do not have";
        }
        return counts.parted() > MAX_PARTED ? "it parts won from lost by itself" : "";
    }

    private static boolean areNumbers(Set<String> values) {
        return values.stream().allMatch(value -> value.isEmpty() || isNumber(value));
    }

    static boolean isNumber(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Attribute attribute(String name, ValueCounts counts) {
        Map<String, Integer> all = counts.ofAll();
        return areNumbers(all.keySet()) && all.size() >= NUMBERS_FROM
                ? Attribute.Numbers.of(name, all)
                : Attribute.Names.of(name, all);
    }
}
