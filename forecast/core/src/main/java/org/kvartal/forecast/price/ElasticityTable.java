package org.kvartal.forecast.price;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Quantities and prices of products by period, with other columns and instruments. */
public final class ElasticityTable {
    private static final double SAME = 1e-9;

    /** The order of ISO dates, and of numbers with or without zeros before them. */
    private static final Comparator<String> IN_TIME =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final List<String> otherNames;
    private final List<String> instrumentNames;
    private final Map<String, Integer> productPlaces = new LinkedHashMap<>();
    private final Map<String, Integer> periodPlaces = new HashMap<>();
    private final List<String> periodNames = new ArrayList<>();
    private final List<double[]> numbers = new ArrayList<>();
    private final List<int[]> places = new ArrayList<>();

    /**
     * @param otherNames columns beside the own price, as they enter the equation
     * @param instrumentNames columns that move the price and nothing else
     */
    public ElasticityTable(List<String> otherNames, List<String> instrumentNames) {
        this.otherNames = List.copyOf(otherNames);
        this.instrumentNames = List.copyOf(instrumentNames);
    }

    /**
     * @param quantity above 0
     * @param price above 0
     */
    public void add(
            String product, String period, double quantity, double price, double[] others, double[] instruments) {
        if (!(quantity > 0) || !(price > 0)) {
            throw new IllegalArgumentException(
                    "Invalid sale of %s in %s: quantity %s, price %s".formatted(product, period, quantity, price));
        }
        places.add(new int[] {
            productPlaces.computeIfAbsent(product, name -> productPlaces.size()),
            periodPlaces.computeIfAbsent(period, this::enter)
        });
        double[] row = new double[2 + otherNames.size() + instrumentNames.size()];
        row[0] = Math.log(quantity);
        row[1] = Math.log(price);
        System.arraycopy(others, 0, row, 2, otherNames.size());
        System.arraycopy(instruments, 0, row, 2 + otherNames.size(), instrumentNames.size());
        numbers.add(row);
    }

    private int enter(String period) {
        periodNames.add(period);
        return periodNames.size() - 1;
    }

    public int size() {
        return numbers.size();
    }

    int[] products() {
        return places.stream().mapToInt(place -> place[0]).toArray();
    }

    int[] periods() {
        return places.stream().mapToInt(place -> place[1]).toArray();
    }

    double[] logQuantity() {
        return column(0);
    }

    double[] logPrice() {
        return column(1);
    }

    Map<String, double[]> others() {
        return columns(otherNames, 2);
    }

    Map<String, double[]> instruments() {
        return columns(instrumentNames, 2 + otherNames.size());
    }

    List<String> productNames() {
        return List.copyOf(productPlaces.keySet());
    }

    /** The rows of each product, in the order of {@link #productNames}. */
    List<int[]> rowsOf() {
        List<List<Integer>> rows = new ArrayList<>();
        productPlaces.keySet().forEach(product -> rows.add(new ArrayList<>()));
        for (int row = 0; row < places.size(); row++) {
            rows.get(places.get(row)[0]).add(row);
        }
        return rows.stream()
                .map(some -> some.stream().mapToInt(row -> row).toArray())
                .toList();
    }

    /** How often a column is another one than in the period before, over all products. */
    int changes(String other) {
        double[] values = others().getOrDefault(other, new double[0]);
        return rowsOf().stream().mapToInt(rows -> changes(values, rows)).sum();
    }

    /** @param rows of one product */
    int changes(double[] values, int[] rows) {
        int[] inTime = IntStream.of(rows)
                .boxed()
                .sorted(Comparator.comparing(this::period, IN_TIME))
                .mapToInt(row -> row)
                .toArray();
        return (int) IntStream.range(1, inTime.length)
                .filter(i -> Math.abs(values[inTime[i]] - values[inTime[i - 1]]) > SAME)
                .count();
    }

    private String period(int row) {
        return periodNames.get(places.get(row)[1]);
    }

    private Map<String, double[]> columns(List<String> names, int from) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int k = 0; k < names.size(); k++) {
            columns.put(names.get(k), column(from + k));
        }
        return columns;
    }

    private double[] column(int place) {
        return numbers.stream().mapToDouble(row -> row[place]).toArray();
    }
}
