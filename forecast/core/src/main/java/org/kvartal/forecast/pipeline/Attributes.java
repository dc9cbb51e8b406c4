package org.kvartal.forecast.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
            Map<Outcome, List<String>> values = values(history, name);
            String reason = history.isComplete(name)
                    ? ""
                    : history.hasChanges(name) ? "its changes at closing are not on record" : refusal(values);
            if (reason.isEmpty()) {
                used.add(attribute(name, values));
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

    private static Map<Outcome, List<String>> values(DealHistory history, String name) {
        Map<Outcome, List<String>> values = new HashMap<>();
        for (Outcome outcome : Outcome.values()) {
            values.put(outcome, new ArrayList<>());
        }
        for (Deal deal : history.deals()) {
            values.get(deal.outcome()).add(deal.attributes().getOrDefault(name, ""));
        }
        return values;
    }

    private static String refusal(Map<Outcome, List<String>> values) {
        List<String> won = values.get(Outcome.WON);
        List<String> lost = values.get(Outcome.LOST);
        List<String> open = values.get(Outcome.OPEN);
        Set<String> distinct = new HashSet<>(won);
        distinct.addAll(lost);
        boolean comparable = open.size() >= MIN_OPEN;
        if (Math.abs(known(won) - known(lost)) > MAX_KNOWN_DIFFERENCE
                || comparable && Math.abs(known(won) - known(open)) > MAX_KNOWN_DIFFERENCE
                || comparable && Math.abs(known(lost) - known(open)) > MAX_KNOWN_DIFFERENCE) {
            return "it is filled in for one outcome more often than for another";
        }
        if (distinct.size() < 2) {
            return "it has one value only";
        }
        if (!areNumbers(distinct) && distinct.size() > MAX_DISTINCT * (won.size() + lost.size())) {
            return "nearly every deal has a value of its own";
        }
        if (comparable && unseen(won, lost, open) > MAX_UNSEEN) {
            return "closed deals have values that open ones do not have";
        }
        return parted(won, lost) > MAX_PARTED ? "it parts won from lost by itself" : "";
    }

    private static double known(List<String> values) {
        return values.isEmpty()
                ? 0
                : (double) values.stream().filter(value -> !value.isEmpty()).count() / values.size();
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

    /** Share of closed deals with a value that is common among them and absent among open deals. */
    private static double unseen(List<String> won, List<String> lost, List<String> open) {
        Map<String, Integer> counts = new HashMap<>();
        won.forEach(value -> counts.merge(value, 1, Integer::sum));
        lost.forEach(value -> counts.merge(value, 1, Integer::sum));
        int closed = won.size() + lost.size();
        Set<String> seen = new HashSet<>(open);
        return counts.entrySet().stream()
                        .filter(entry -> entry.getValue() * (double) open.size() > 5.0 * closed)
                        .filter(entry -> !seen.contains(entry.getKey()))
                        .mapToInt(Map.Entry::getValue)
                        .sum()
                / (double) closed;
    }

    /** Area under the curve of the rate at which each value wins, values of few deals counting as average. */
    private static double parted(List<String> won, List<String> lost) {
        Map<String, double[]> counts = new HashMap<>();
        won.forEach(value -> counts.computeIfAbsent(value, key -> new double[2])[0]++);
        lost.forEach(value -> counts.computeIfAbsent(value, key -> new double[2])[1]++);
        List<double[]> common = new ArrayList<>();
        double[] rare = new double[2];
        for (double[] count : counts.values()) {
            if (count[0] + count[1] >= NUMBERS_FROM) {
                common.add(count);
            } else {
                rare[0] += count[0];
                rare[1] += count[1];
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
        return won.isEmpty() || lost.isEmpty() ? 0 : area / won.size() / lost.size();
    }

    private static Attribute attribute(String name, Map<Outcome, List<String>> values) {
        List<String> all = values.values().stream().flatMap(List::stream).toList();
        Set<String> distinct = new HashSet<>(all);
        return areNumbers(distinct) && distinct.size() >= NUMBERS_FROM
                ? Attribute.Numbers.of(name, all)
                : Attribute.Names.of(name, all);
    }
}
