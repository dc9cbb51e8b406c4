package org.kvartal.forecast.timeseries.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Bottom series and the groups they form, nested (state, region) or crossed (state, industry) or both.
 *
 * <p>Nodes are the aggregates, level by level, and then the bottom series in the order given. An aggregate is named by the
 * values its series have in common, as {@code state=Victoria/purpose=Business}, and the sum of all is {@code total}; a
 * bottom series has its own name. A level that groups the series as an earlier level or as the bottom does is left out, so
 * that nesting needs no declaration: where each region has one state, state and region are the regions.
 */
public final class Grouping {
    private static final String TOTAL = "total";

    private final List<GroupingLevel> levels;
    private final List<String> nodes;
    private final int[] levelOfNode;
    private final SummingMatrix summing;

    private Grouping(List<GroupingLevel> levels, List<String> nodes, int[] levelOfNode, SummingMatrix summing) {
        this.levels = List.copyOf(levels);
        this.nodes = List.copyOf(nodes);
        this.levelOfNode = levelOfNode;
        this.summing = summing;
    }

    /**
     * Groups by every combination of the columns, the total included.
     *
     * @param columns names of the grouping columns
     * @param valuesBySeries for each bottom series its value of each column; the order of the map is kept
     */
    public static Grouping of(List<String> columns, Map<String, List<String>> valuesBySeries) {
        return of(columns, valuesBySeries, GroupingLevel.crossed(columns));
    }

    /**
     * Groups by the levels given.
     *
     * @param levels the levels of aggregates; the bottom series need no level
     */
    public static Grouping of(
            List<String> columns, Map<String, List<String>> valuesBySeries, List<GroupingLevel> levels) {
        List<String> series = List.copyOf(valuesBySeries.keySet());
        refuseWrongSizes(columns, valuesBySeries);
        List<GroupingLevel> kept = new ArrayList<>();
        List<String> nodes = new ArrayList<>();
        List<Integer> levelOfNode = new ArrayList<>();
        List<int[]> groups = new ArrayList<>();
        Set<List<Integer>> seen = new HashSet<>();
        for (GroupingLevel level : levels) {
            int[] places = places(level, columns);
            Map<String, Integer> numbers = new LinkedHashMap<>();
            int[] group = new int[series.size()];
            for (int b = 0; b < group.length; b++) {
                String name = name(level, places, valuesBySeries.get(series.get(b)));
                group[b] = numbers.computeIfAbsent(name, n -> nodes.size() + numbers.size());
            }
            boolean isBottom =
                    numbers.size() == group.length && !level.columns().isEmpty();
            if (!isBottom && seen.add(partition(group))) {
                groups.add(group);
                nodes.addAll(numbers.keySet());
                numbers.keySet().forEach(name -> levelOfNode.add(kept.size()));
                kept.add(level);
            }
        }
        return withBottom(columns, series, kept, nodes, levelOfNode, groups);
    }

    private static Grouping withBottom(
            List<String> columns,
            List<String> series,
            List<GroupingLevel> kept,
            List<String> nodes,
            List<Integer> levelOfNode,
            List<int[]> groups) {
        int aggregateCount = nodes.size();
        series.forEach(name -> levelOfNode.add(kept.size()));
        kept.add(new GroupingLevel(columns));
        nodes.addAll(series);
        Set<String> names = new HashSet<>();
        for (String node : nodes) {
            if (!names.add(node)) {
                throw new IllegalArgumentException(
                        "Invalid series name: %s, a group of series has the same name".formatted(node));
            }
        }
        int[] levels = levelOfNode.stream().mapToInt(Integer::intValue).toArray();
        return new Grouping(
                kept, nodes, levels, new SummingMatrix(aggregateCount, series.size(), groups.toArray(int[][]::new)));
    }

    private static void refuseWrongSizes(List<String> columns, Map<String, List<String>> valuesBySeries) {
        if (valuesBySeries.isEmpty()) {
            throw new IllegalArgumentException("Invalid grouping: no series");
        }
        valuesBySeries.forEach((series, values) -> {
            if (values.size() != columns.size()) {
                throw new IllegalArgumentException("Invalid grouping of series %s: %d values for the %d columns %s"
                        .formatted(series, values.size(), columns.size(), columns));
            }
        });
    }

    private static int[] places(GroupingLevel level, List<String> columns) {
        return level.columns().stream()
                .mapToInt(column -> {
                    int place = columns.indexOf(column);
                    if (place < 0) {
                        throw new IllegalArgumentException(
                                "Invalid grouping column: %s, the columns are %s".formatted(column, columns));
                    }
                    return place;
                })
                .toArray();
    }

    private static String name(GroupingLevel level, int[] places, List<String> values) {
        if (places.length == 0) {
            return TOTAL;
        }
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < places.length; i++) {
            name.append(i == 0 ? "" : "/")
                    .append(level.columns().get(i))
                    .append('=')
                    .append(values.get(places[i]));
        }
        return name.toString();
    }

    /** The numbers of the groups counted by first appearance, equal for levels that group alike. */
    private static List<Integer> partition(int[] group) {
        int first = Arrays.stream(group).min().orElse(0);
        return Arrays.stream(group).map(g -> g - first).boxed().toList();
    }

    /** The levels, the bottom series last. */
    public List<GroupingLevel> levels() {
        return levels;
    }

    /** The names of all nodes: the aggregates by level, then the bottom series. */
    public List<String> nodes() {
        return nodes;
    }

    public int nodeCount() {
        return nodes.size();
    }

    /** The number of aggregates; the bottom series stand behind them. */
    public int aggregateCount() {
        return summing.aggregateCount();
    }

    /** The names of the bottom series. */
    public List<String> bottom() {
        return nodes.subList(aggregateCount(), nodeCount());
    }

    /** The place of a node's level among {@link #levels()}. */
    public int levelOf(int node) {
        return levelOfNode[node];
    }

    /** The places of the bottom series, from 0, that a node sums. */
    public int[] members(int node) {
        if (node >= aggregateCount()) {
            return new int[] {node - aggregateCount()};
        }
        int level = levelOfNode[node];
        int bottomCount = summing.bottomCount();
        return IntStream.range(0, bottomCount)
                .filter(b -> summing.group(level, b) == node)
                .toArray();
    }

    SummingMatrix summing() {
        return summing;
    }
}
