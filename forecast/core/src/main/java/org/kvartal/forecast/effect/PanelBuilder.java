package org.kvartal.forecast.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects observations into a {@link Panel}. Units and clusters keep the order in which they come. */
public final class PanelBuilder {
    private final List<String> covariates;
    private final Map<String, Integer> units = new HashMap<>();
    private final Map<String, Integer> clusters = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Long> firstTreated = new ArrayList<>();
    private final List<Integer> clusterOf = new ArrayList<>();
    private final List<Observed> observations = new ArrayList<>();

    private record Observed(int unit, long time, double outcome, List<Double> covariates) {}

    public PanelBuilder(List<String> covariates) {
        this.covariates = List.copyOf(covariates);
    }

    /**
     * Adds an observation.
     *
     * @param firstTreated time from which the unit is treated, or {@link Panel#NEVER}; the first word on a unit counts
     * @param outcome not a number when it is missing: the unit and the period are known all the same
     * @param values of the covariates; one that is not a number makes the observation a missing one
     */
    public PanelBuilder add(
            String unit, String cluster, long time, long firstTreated, double outcome, List<Double> values) {
        int number = units.computeIfAbsent(unit, name -> {
            names.add(name);
            this.firstTreated.add(firstTreated);
            clusterOf.add(clusters.computeIfAbsent(cluster, any -> clusters.size()));
            return names.size() - 1;
        });
        observations.add(new Observed(number, time, outcome, List.copyOf(values)));
        return this;
    }

    /** An observation whose unit is its own cluster, without covariates. */
    public PanelBuilder add(String unit, long time, long firstTreated, double outcome) {
        return add(unit, unit, time, firstTreated, outcome, List.of());
    }

    /** @throws IllegalArgumentException when a unit is observed twice in one period */
    public Panel build() {
        Map<Long, Integer> places = new TreeMap<>();
        observations.forEach(one -> places.put(one.time(), 0));
        long[] times = places.keySet().stream().mapToLong(Long::longValue).toArray();
        double[][] outcomes = empty(times.length);
        double[][][] values = new double[covariates.size()][][];
        Arrays.setAll(values, k -> empty(times.length));
        for (Observed one : observations) {
            int period = Arrays.binarySearch(times, one.time());
            if (!Double.isNaN(outcomes[one.unit()][period])) {
                throw new IllegalArgumentException(
                        "Invalid panel: %s is there twice at %d".formatted(names.get(one.unit()), one.time()));
            }
            boolean isWhole = one.covariates().stream().noneMatch(value -> value.isNaN());
            outcomes[one.unit()][period] = isWhole ? one.outcome() : Double.NaN;
            for (int k = 0; k < values.length; k++) {
                values[k][one.unit()][period] = one.covariates().get(k);
            }
        }
        long[] cohorts = firstTreated.stream()
                .mapToLong(first -> times.length == 0 || first > times[times.length - 1] ? Panel.NEVER : first)
                .toArray();
        int[] clusterNumbers = clusterOf.stream().mapToInt(Integer::intValue).toArray();
        return new Panel(names, times, cohorts, clusterNumbers, outcomes, covariates, values);
    }

    private double[][] empty(int periods) {
        double[][] values = new double[names.size()][periods];
        for (double[] row : values) {
            Arrays.fill(row, Double.NaN);
        }
        return values;
    }
}
