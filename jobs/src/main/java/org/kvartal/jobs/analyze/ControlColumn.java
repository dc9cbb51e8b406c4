package org.kvartal.jobs.analyze;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * A column as numbers for a regression: itself if it holds numbers, else one column of 0 and 1 for each frequent word but the
 * most frequent.
 *
 * @param words none of a column of numbers; without the most frequent word, to which the others are compared
 */
record ControlColumn(String name, List<String> words, double mean) {
    private static final int FREQUENT = 20;
    private static final int MOST = 20;
    private static final String NUMBER = "[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?";

    /** @param values of all rows; an empty one is the mean of the others, or a word of its own */
    static ControlColumn of(String name, List<String> values) {
        if (values.stream().allMatch(value -> value.isEmpty() || value.matches(NUMBER))) {
            double mean = values.stream()
                    .filter(value -> !value.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .average()
                    .orElse(0);
            return new ControlColumn(name, List.of(), mean);
        }
        Map<String, Long> counts =
                values.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<String> words = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= FREQUENT)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(MOST)
                .toList();
        return new ControlColumn(name, words.isEmpty() ? List.of() : words.subList(1, words.size()), Double.NaN);
    }

    private boolean isNumber() {
        return !Double.isNaN(mean);
    }

    List<String> names() {
        return isNumber()
                ? List.of(name)
                : words.stream().map(word -> name + "=" + word).toList();
    }

    DoubleStream values(String value) {
        return isNumber()
                ? DoubleStream.of(value.isEmpty() ? mean : Double.parseDouble(value))
                : words.stream().mapToDouble(word -> word.equals(value) ? 1 : 0);
    }
}
