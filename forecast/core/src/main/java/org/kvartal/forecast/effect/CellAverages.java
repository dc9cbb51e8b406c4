package org.kvartal.forecast.effect;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Averages of effects by group and time whose weights are taken for given: numbers of observations, and for averages of
 * groups their units.
 */
final class CellAverages {
    private final List<Cell> cells;
    private final Map<Long, Integer> groupSizes;

    /** Treated units of a group at a time, or before it is treated the same units. */
    record Cell(long group, long time, int observations) {
        boolean isAfter() {
            return time >= group;
        }

        long eventTime() {
            return time - group;
        }
    }

    /** Weights of some cells that sum to 1. */
    static final class Average {
        private final EffectKey key;
        private final int[] places;
        private final double[] weights;
        private final long observations;

        private Average(EffectKey key, int[] places, double[] weights, long observations) {
            this.key = key;
            this.places = places;
            this.weights = weights;
            this.observations = observations;
        }

        EffectKey key() {
            return key;
        }

        /** Treated observations in the cells. */
        long observations() {
            return observations;
        }

        /** The weights in a vector over all cells. */
        double[] spread(int count) {
            double[] all = new double[count];
            for (int i = 0; i < places.length; i++) {
                all[places[i]] += weights[i];
            }
            return all;
        }

        double of(double[] values) {
            double sum = 0;
            for (int i = 0; i < places.length; i++) {
                sum += weights[i] * values[places[i]];
            }
            return sum;
        }
    }

    CellAverages(List<Cell> cells, Map<Long, Integer> groupSizes) {
        this.cells = cells;
        this.groupSizes = groupSizes;
    }

    /** Simple, by group, by event time, by time, and of each cell. */
    Stream<Average> all() {
        int[] after = places(Cell::isAfter);
        int[] every = places(cell -> true);
        return Stream.of(
                        Stream.of(average(EffectKey.overall(Aggregation.SIMPLE), after)),
                        parts(after, Cell::group, EffectKey::group),
                        Stream.of(overall(
                                Aggregation.GROUP,
                                after,
                                Cell::group,
                                cell -> groupSizes.getOrDefault(cell.group(), 0))),
                        parts(every, Cell::eventTime, EffectKey::event),
                        Stream.of(overall(Aggregation.EVENT, after, Cell::eventTime, cell -> 1)),
                        parts(after, Cell::time, EffectKey::calendar),
                        Stream.of(overall(Aggregation.CALENDAR, after, Cell::time, cell -> 1)),
                        Arrays.stream(every).mapToObj(this::alone))
                .flatMap(part -> part);
    }

    private Average alone(int place) {
        Cell cell = cells.get(place);
        return average(EffectKey.groupTime(cell.group(), cell.time()), new int[] {place});
    }

    private int[] places(Predicate<Cell> isMeant) {
        return IntStream.range(0, cells.size())
                .filter(place -> isMeant.test(cells.get(place)))
                .toArray();
    }

    private Average average(EffectKey key, int[] places) {
        double[] weights = Arrays.stream(places)
                .mapToDouble(place -> cells.get(place).observations())
                .toArray();
        double total = Arrays.stream(weights).sum();
        return new Average(
                key, places, Arrays.stream(weights).map(w -> w / total).toArray(), Math.round(total));
    }

    private Stream<Average> parts(int[] places, Function<Cell, Long> part, Function<Long, EffectKey> key) {
        return by(places, part).entrySet().stream().map(one -> average(key.apply(one.getKey()), array(one.getValue())));
    }

    /** The average of averages by part. */
    private Average overall(
            Aggregation aggregation, int[] places, Function<Cell, Long> part, ToDoubleFunction<Cell> importance) {
        Map<Long, List<Integer>> parts = by(places, part);
        double total = parts.values().stream()
                .mapToDouble(members -> importance.applyAsDouble(cells.get(members.get(0))))
                .sum();
        double[] weights = new double[cells.size()];
        for (List<Integer> members : parts.values()) {
            double share = importance.applyAsDouble(cells.get(members.get(0))) / total;
            double size = members.stream()
                    .mapToDouble(place -> cells.get(place).observations())
                    .sum();
            members.forEach(place -> weights[place] = share * cells.get(place).observations() / size);
        }
        long observations = Arrays.stream(places)
                .mapToLong(place -> cells.get(place).observations())
                .sum();
        double[] chosen =
                Arrays.stream(places).mapToDouble(place -> weights[place]).toArray();
        return new Average(EffectKey.overall(aggregation), places, chosen, observations);
    }

    private Map<Long, List<Integer>> by(int[] places, Function<Cell, Long> part) {
        return Arrays.stream(places)
                .boxed()
                .collect(Collectors.groupingBy(
                        place -> part.apply(cells.get(place)), TreeMap::new, Collectors.toList()));
    }

    private static int[] array(List<Integer> places) {
        return places.stream().mapToInt(Integer::intValue).toArray();
    }
}
