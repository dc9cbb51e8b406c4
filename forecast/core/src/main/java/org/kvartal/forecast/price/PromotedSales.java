package org.kvartal.forecast.price;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Sales of products by period, some of them in promotions.
 *
 * <p>Periods are in the order of time. A product that has no row between two of its rows was not promoted then; what lies
 * before its first row or after its last is unknown, so that rows whose lags or leads reach there stay out of the equation.
 */
public final class PromotedSales {
    private final List<String> periods;
    private final Map<String, Integer> places = new HashMap<>();
    private final int lags;
    private final int leads;
    private final List<String> instrumentNames;
    private final Map<String, Row[]> products = new LinkedHashMap<>();
    private final Map<String, List<Row[]>> families = new LinkedHashMap<>();
    private final Map<String, String> familyOf = new HashMap<>();

    /**
     * One product in one period.
     *
     * @param units sold; {@code NaN} or 0 where none were
     * @param price of one unit; {@code NaN} where unknown
     * @param cost of one unit; {@code NaN} where unknown
     */
    record Row(
            String product,
            int period,
            double units,
            double price,
            double cost,
            boolean isPromoted,
            List<Double> instruments) {
        boolean isSold() {
            return units > 0 && price > 0;
        }
    }

    /**
     * @param periods all periods, in the order of time
     * @param lags periods after a promotion that may be poorer for it
     * @param leads periods before a promotion in which buyers may wait for it
     */
    public PromotedSales(List<String> periods, int lags, int leads, List<String> instrumentNames) {
        this.periods = List.copyOf(periods);
        this.lags = lags;
        this.leads = leads;
        this.instrumentNames = List.copyOf(instrumentNames);
        periods.forEach(period -> places.put(period, places.size()));
    }

    /** Whether a product was promoted in a period. */
    public enum Terms {
        USUAL,
        PROMOTED
    }

    /**
     * @param family of products that buyers choose between; the first one named of a product counts
     * @param units 0 or {@code NaN} where none were sold
     * @param cost {@code NaN} where unknown
     */
    public void add(
            String product,
            String family,
            String period,
            double units,
            double price,
            double cost,
            Terms terms,
            double... instruments) {
        Integer place = places.get(period);
        if (place == null) {
            throw new IllegalArgumentException("Invalid period of %s: %s".formatted(product, period));
        }
        Row[] rows = products.computeIfAbsent(product, name -> enter(name, family));
        if (rows[place] != null) {
            throw new IllegalArgumentException("Invalid sale of %s: %s is there twice".formatted(product, period));
        }
        rows[place] = new Row(
                product,
                place,
                units,
                price,
                cost,
                terms == Terms.PROMOTED,
                Arrays.stream(instruments).boxed().toList());
    }

    private Row[] enter(String product, String family) {
        Row[] rows = new Row[periods.size()];
        familyOf.put(product, family);
        families.computeIfAbsent(family, name -> new ArrayList<>()).add(rows);
        return rows;
    }

    int lags() {
        return lags;
    }

    int leads() {
        return leads;
    }

    boolean hasInstruments() {
        return !instrumentNames.isEmpty();
    }

    /** Whether any product has another one beside it in its family. */
    boolean hasSiblings() {
        return families.values().stream().anyMatch(family -> family.size() > 1);
    }

    /** The rows that count in the equation, by their columns. */
    ElasticityTable table(List<String> columns) {
        ElasticityTable table = new ElasticityTable(columns, instrumentNames);
        products.values()
                .forEach(rows -> known(rows)
                        .filter(t -> rows[t] != null && rows[t].isSold())
                        .forEach(t -> table.add(
                                rows[t].product(),
                                periods.get(t),
                                rows[t].units(),
                                rows[t].price(),
                                columns.stream()
                                        .mapToDouble(column -> value(column, rows, t))
                                        .toArray(),
                                rows[t].instruments().stream()
                                        .mapToDouble(x -> x)
                                        .toArray())));
        return table;
    }

    /** The periods of a product whose lags and leads lie between its first and its last row. */
    private IntStream known(Row[] rows) {
        int first = 0;
        int last = rows.length - 1;
        while (rows[first] == null) {
            first++;
        }
        while (rows[last] == null) {
            last--;
        }
        return IntStream.rangeClosed(first + lags, last - leads);
    }

    private double value(String column, Row[] rows, int t) {
        if (column.equals(PromotionEffect.PROMOTION)) {
            return promoted(rows, t);
        }
        if (column.equals(PromotionEffect.SIBLINGS)) {
            return siblings(rows[t]).stream().filter(Row::isPromoted).count();
        }
        int distance = Integer.parseInt(column.substring(column.indexOf(' ') + 1));
        return promoted(rows, column.startsWith(PromotionEffect.AFTER) ? t - distance : t + distance);
    }

    private static double promoted(Row[] rows, int t) {
        return rows[t] != null && rows[t].isPromoted() ? 1 : 0;
    }

    /** The other products of the family in the same period. */
    List<Row> siblings(Row row) {
        String family = familyOf.getOrDefault(row.product(), "");
        return families.getOrDefault(family, List.of()).stream()
                .map(rows -> rows[row.period()])
                .filter(other -> other != null && !other.product().equals(row.product()))
                .toList();
    }

    /** Rows sold in a promotion that have a usual price to be compared with. */
    List<Row> promotions() {
        return products.values().stream()
                .flatMap(Arrays::stream)
                .filter(row -> row != null && row.isPromoted() && row.isSold() && usualPrice(row) > 0)
                .toList();
    }

    /** The price of the last period before that was not promoted, else of the first one after; {@code NaN} if none was. */
    double usualPrice(Row row) {
        Row[] rows = products.getOrDefault(row.product(), new Row[0]);
        IntStream before = IntStream.iterate(row.period() - 1, t -> t >= 0, t -> t - 1);
        IntStream after = IntStream.range(row.period() + 1, rows.length);
        return IntStream.concat(before, after)
                .filter(t -> rows[t] != null && !rows[t].isPromoted() && rows[t].isSold())
                .mapToDouble(t -> rows[t].price())
                .findFirst()
                .orElse(Double.NaN);
    }
}
