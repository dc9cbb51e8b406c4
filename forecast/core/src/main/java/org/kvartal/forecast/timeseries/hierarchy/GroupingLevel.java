package org.kvartal.forecast.timeseries.hierarchy;

import java.util.ArrayList;
import java.util.List;

/**
 * A level of a hierarchy: the columns whose values its nodes have in common; none for the total.
 *
 * @param columns names of grouping columns, as {@code state, purpose}
 */
public record GroupingLevel(List<String> columns) {
    public GroupingLevel {
        columns = List.copyOf(columns);
    }

    public static GroupingLevel of(String... columns) {
        return new GroupingLevel(List.of(columns));
    }

    /** The level of one node, the sum of all. */
    public static GroupingLevel total() {
        return of();
    }

    /** The total, then one more column at each level: country, country and state, country, state and city. */
    public static List<GroupingLevel> nested(String... columns) {
        List<GroupingLevel> levels = new ArrayList<>();
        for (int count = 0; count <= columns.length; count++) {
            levels.add(new GroupingLevel(List.of(columns).subList(0, count)));
        }
        return levels;
    }

    /** Every subset of the columns, those of fewer columns first; the total is the first. */
    public static List<GroupingLevel> crossed(List<String> columns) {
        List<GroupingLevel> levels = new ArrayList<>();
        for (int count = 0; count <= columns.size(); count++) {
            addSubsets(columns, count, 0, List.of(), levels);
        }
        return levels;
    }

    private static void addSubsets(
            List<String> columns, int count, int from, List<String> chosen, List<GroupingLevel> levels) {
        if (chosen.size() == count) {
            levels.add(new GroupingLevel(chosen));
            return;
        }
        for (int i = from; i < columns.size(); i++) {
            List<String> longer = new ArrayList<>(chosen);
            longer.add(columns.get(i));
            addSubsets(columns, count, i + 1, longer, levels);
        }
    }

    /** The columns joined by a comma, or {@code total}. */
    @Override
    public String toString() {
        return columns.isEmpty() ? "total" : String.join(", ", columns);
    }
}
