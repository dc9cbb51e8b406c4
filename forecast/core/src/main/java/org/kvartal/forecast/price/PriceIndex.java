package org.kvartal.forecast.price;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A price index by its name.
 *
 * <p>Direct indices compare each period with the first, chained ones (as {@code chained-fisher}) multiply the changes from
 * period to period, the others look at a whole window. A chained index that does not come back to the direct one has
 * drifted; the note of its last period says by how much.
 */
public final class PriceIndex {
    private static final String CHAINED = "chained-";
    private static final double DRIFT_WORTH_A_NOTE = 0.001;
    private static final Map<String, WindowIndex> WINDOWED = windowed();

    private final String name;

    private PriceIndex(String name) {
        this.name = name;
    }

    private static Map<String, WindowIndex> windowed() {
        Map<String, WindowIndex> indices = new LinkedHashMap<>();
        indices.put("geks-fisher", new Geks(BilateralIndex.FISHER));
        indices.put("geks-tornqvist", new Geks(BilateralIndex.TORNQVIST));
        indices.put("geary-khamis", GearyKhamis.INDEX);
        indices.put("weighted-time-product-dummy", TimeProductDummy.WEIGHTED);
        indices.put("time-product-dummy", TimeProductDummy.UNWEIGHTED);
        return indices;
    }

    /** All names, direct indices first. */
    public static List<String> names() {
        List<String> bilateral = Arrays.stream(BilateralIndex.values())
                .map(formula -> formula.name().toLowerCase(Locale.ROOT))
                .toList();
        List<String> names = new ArrayList<>(bilateral);
        bilateral.forEach(formula -> names.add(CHAINED + formula));
        names.addAll(WINDOWED.keySet());
        return names;
    }

    /** @throws IllegalArgumentException if there is no index of that name */
    public static PriceIndex of(String name) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException(
                    "Invalid index: %s, must be one of %s".formatted(name, String.join(", ", names())));
        }
        return new PriceIndex(name);
    }

    public String name() {
        return name;
    }

    /** Whether the index needs quantities. */
    public boolean isWeighted() {
        return WINDOWED.containsKey(name)
                ? !name.equals("time-product-dummy")
                : formula().isWeighted();
    }

    private BilateralIndex formula() {
        return BilateralIndex.valueOf(name.replace(CHAINED, "").toUpperCase(Locale.ROOT));
    }

    /** The index over a table with all periods in one window. */
    public List<IndexPoint> of(PriceTable table) {
        return of(table, table.periodCount() < 2 ? 2 : table.periodCount(), Splice.MEAN);
    }

    /**
     * The index over a table, one point per period, the first being 1.
     *
     * @param window periods that an index of a window looks at; the others are not concerned
     */
    public List<IndexPoint> of(PriceTable table, int window, Splice splice) {
        if (WINDOWED.containsKey(name)) {
            double[] values = new RollingIndex(WINDOWED.get(name), window, splice).of(table);
            return points(table, values, (t, from) -> linked(table, t, window));
        }
        return name.startsWith(CHAINED) ? chained(table) : direct(table);
    }

    private List<IndexPoint> direct(PriceTable table) {
        double[] values = new double[table.periodCount()];
        for (int t = 0; t < values.length; t++) {
            values[t] = formula().of(table, 0, t);
        }
        return points(table, values, (t, before) -> table.matchedItems(0, t));
    }

    private List<IndexPoint> chained(PriceTable table) {
        double[] values = new double[table.periodCount()];
        values[0] = 1;
        for (int t = 1; t < values.length; t++) {
            values[t] = values[t - 1] * formula().of(table, t - 1, t);
        }
        List<IndexPoint> points = points(table, values, (t, before) -> table.matchedItems(before, t));
        int last = values.length - 1;
        double drift = values[last] / formula().of(table, 0, last);
        if (Math.abs(drift - 1) > DRIFT_WORTH_A_NOTE) {
            points.set(
                    last,
                    points.get(last)
                            .withNote(String.format(Locale.ROOT, "chain drift: %.4f times the direct index", drift)));
        }
        return points;
    }

    /**
     * Walsh's test of several periods: by the index to a period, and from there straight back to the first.
     * <pre>
     *   d[t] = I[t] F(t, 0)      F: the index's own formula of two periods; of an index of a window that of Törnqvist, or
     *                            of Jevons without quantities
     * </pre>
     * It is 1 for an index without drift; what it misses by are the links between. {@code NaN} where no item is in both
     * periods. Source: Consumer Price Index Manual (2020), chapter 10, on chain drift; Diewert and Fox (2022).
     *
     * @param points the index over the table
     */
    public double[] roundTrips(PriceTable table, List<IndexPoint> points) {
        BilateralIndex back = WINDOWED.containsKey(name)
                ? isWeighted() ? BilateralIndex.TORNQVIST : BilateralIndex.JEVONS
                : formula();
        return IntStream.range(0, points.size())
                .mapToDouble(t -> points.get(t).value() * back.of(table, t, 0))
                .toArray();
    }

    /** How many items a period is compared by. */
    @FunctionalInterface
    private interface Matches {
        int count(int period, int before);
    }

    private static List<IndexPoint> points(PriceTable table, double[] values, Matches matches) {
        List<IndexPoint> points = new ArrayList<>();
        for (int t = 0; t < values.length; t++) {
            int matched = t == 0 ? table.matchedItems(0, 0) : matches.count(t, t - 1);
            String note = Double.isFinite(values[t])
                    ? ""
                    : matched == 0 ? "no item links this period to the first" : "no quantities to weigh the items by";
            points.add(new IndexPoint(table.period(t), values[t], matched, note));
        }
        return points;
    }

    /** The items of a period that are also priced in another period of its window. */
    private static int linked(PriceTable table, int period, int window) {
        int to = Math.max(period + 1, Math.min(window, table.periodCount()));
        int from = to - Math.min(window, to);
        int count = 0;
        for (int item = 0; item < table.itemCount(); item++) {
            boolean isElsewhere = false;
            for (int t = from; t < to && table.isPriced(period, item); t++) {
                isElsewhere |= t != period && table.isPriced(t, item);
            }
            count += isElsewhere ? 1 : 0;
        }
        return count;
    }
}
