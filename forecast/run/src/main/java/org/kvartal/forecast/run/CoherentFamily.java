package org.kvartal.forecast.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.hierarchy.Grouping;
import org.kvartal.forecast.timeseries.hierarchy.GroupingLevel;
import org.kvartal.forecast.timeseries.hierarchy.NodeErrors;
import org.kvartal.forecast.timeseries.hierarchy.Reconciliation;
import org.kvartal.forecast.timeseries.hierarchy.ReconciliationMethod;

/**
 * The forecasts of a family at one point of time, made to add up to the cent.
 *
 * <p>Cells and their sums are reconciled by {@link ReconciliationMethod#WLS_STRUCT}, the cells rounded, and summed again. Its
 * weights are known without past errors, so that the forecasts of a past origin are made exactly as those of tonight, and
 * their scores are those of what is published. An interval keeps its width and moves with its mean.
 */
final class CoherentFamily {
    private static final double CENTS = 100;

    private final SeriesFamily family;
    private final NavigableMap<SeriesId, Forecasts> forecasts;
    private final List<SeriesId> cells;
    private final BitSet nonNegative = new BitSet();

    private CoherentFamily(SeriesFamily family, NavigableMap<SeriesId, Forecasts> forecasts) {
        this.family = family;
        this.forecasts = forecasts;
        this.cells =
                forecasts.keySet().stream().filter(family.cells()::containsKey).toList();
        for (int cell = 0; cell < cells.size(); cell++) {
            nonNegative.set(cell, family.series().get(cells.get(cell)).isNeverNegative());
        }
    }

    /**
     * The forecasts of all series but the cells, as far as any of their cells is forecast.
     *
     * @param forecasts of each series by itself, cells among them; one that is not known yet is absent
     */
    static NavigableMap<SeriesId, Forecasts> of(SeriesFamily family, NavigableMap<SeriesId, Forecasts> forecasts) {
        return family.measure().hasTotal() && !forecasts.isEmpty()
                ? new CoherentFamily(family, forecasts).sums()
                : forecasts;
    }

    private NavigableMap<SeriesId, Forecasts> sums() {
        int horizon = forecasts.firstEntry().getValue().horizon();
        NavigableMap<SeriesId, List<Integer>> cellsBySum = cellsBySum();
        double[][] cents = reconciledCells(cellsBySum, horizon);
        NavigableMap<SeriesId, Forecasts> sums = new TreeMap<>();
        cellsBySum.forEach((id, own) -> {
            double[] mean = new double[horizon];
            for (int h = 0; h < horizon; h++) {
                for (int cell : own) {
                    mean[h] += cents[h][cell];
                }
                mean[h] /= CENTS;
            }
            boolean isBounded = own.stream().allMatch(nonNegative::get);
            sums.put(id, moved(forecasts.get(id), mean, isBounded ? 0 : Double.NEGATIVE_INFINITY));
        });
        return sums;
    }

    private NavigableMap<SeriesId, List<Integer>> cellsBySum() {
        NavigableMap<SeriesId, List<Integer>> sums = new TreeMap<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            for (SeriesId sum : family.sumsWith(cells.get(cell))) {
                sums.computeIfAbsent(sum, key -> new ArrayList<>()).add(cell);
            }
        }
        return sums;
    }

    /** Cents by step and cell. */
    private double[][] reconciledCells(Map<SeriesId, List<Integer>> cellsBySum, int horizon) {
        Grouping grouping = grouping();
        Reconciliation reconciliation =
                Reconciliation.of(ReconciliationMethod.WLS_STRUCT, grouping, NodeErrors.of(grouping, new double[0][]));
        List<Forecasts> nodes = nodes(grouping, cellsBySum);
        double[][] cents = new double[horizon][];
        for (int h = 0; h < horizon; h++) {
            int step = h + 1;
            double[] base = nodes.stream().mapToDouble(node -> node.mean(step)).toArray();
            double[] coherent = reconciliation.apply(base, nonNegative);
            cents[h] = Arrays.stream(coherent, grouping.aggregateCount(), coherent.length)
                    .map(mean -> Math.rint(mean * CENTS))
                    .toArray();
        }
        return cents;
    }

    private Grouping grouping() {
        Map<String, List<String>> members = new LinkedHashMap<>();
        cells.forEach(cell -> members.put(cell.toString(), family.cells().get(cell)));
        List<String> scopes = family.measure().scopes();
        List<GroupingLevel> levels = new ArrayList<>(List.of(GroupingLevel.total()));
        scopes.forEach(scope -> levels.add(GroupingLevel.of(scope)));
        return Grouping.of(scopes, members, levels);
    }

    /** The forecasts of the nodes of a grouping, which knows a level of the same sums as another one only once. */
    private List<Forecasts> nodes(Grouping grouping, Map<SeriesId, List<Integer>> cellsBySum) {
        Map<List<Integer>, Forecasts> byCells = new LinkedHashMap<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            byCells.put(List.of(cell), forecasts.get(cells.get(cell)));
        }
        cellsBySum.forEach((id, own) -> byCells.putIfAbsent(own, forecasts.get(id)));
        List<Forecasts> nodes = new ArrayList<>();
        for (int node = 0; node < grouping.nodeCount(); node++) {
            nodes.add(byCells.get(Arrays.stream(grouping.members(node)).boxed().toList()));
        }
        return nodes;
    }

    private static Forecasts moved(Forecasts forecasts, double[] mean, double floor) {
        return forecasts
                .transformed((step, value) -> Math.max(floor, value - forecasts.mean(step) + mean[step - 1]))
                .as(forecasts.model(), forecasts.reason() + "; reconciled with its parts");
    }
}
