package org.kvartal.forecast.run;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.price.IndexPoint;
import org.kvartal.forecast.price.PriceIndex;
import org.kvartal.forecast.price.PriceTable;
import org.kvartal.forecast.price.Splice;
import org.kvartal.forecast.tables.PriceTables;
import org.kvartal.ingest.lake.Night;

/**
 * How prices move on the whole, month by month: own ones as sold and by the list, those of each competitor and of all of
 * them; and where own prices stand beside them.
 *
 * <p>What is collected here is a price per product and month, however many sales and observations there are.
 */
final class PriceIndices {
    private static final int WINDOW_MONTHS = 13;
    private static final List<String> OF_SALES =
            List.of("fisher", "tornqvist", "chained-tornqvist", "geks-tornqvist", "weighted-time-product-dummy");
    private static final List<String> OF_PRICES = List.of("jevons", "time-product-dummy");

    private PriceIndices() {}

    static void run(Night night) {
        List<MonthlyPrice> prices = MonthlyPrice.read(night);
        Stream<Object[]> indices =
                groups(prices).entrySet().stream().flatMap(group -> indices(group.getKey(), group.getValue()).stream());
        night.lake()
                .replace(
                        PriceTables.PRICE_INDICES,
                        Stream.concat(indices, RelativePrices.of(prices).rows()));
    }

    /** What an index is of. */
    record Group(
            String scope,
            @Nullable String competitorId,
            @Nullable String family) implements Comparable<Group> {
        private static final Comparator<@Nullable String> NONE_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

        @Override
        public int compareTo(Group other) {
            return Comparator.comparing(Group::scope)
                    .thenComparing(Group::competitorId, NONE_FIRST)
                    .thenComparing(Group::family, NONE_FIRST)
                    .compare(this, other);
        }
    }

    private static Map<Group, List<MonthlyPrice>> groups(List<MonthlyPrice> prices) {
        Map<Group, List<MonthlyPrice>> groups = new TreeMap<>();
        for (MonthlyPrice price : prices) {
            add(groups, price.scope(), price.competitorId(), price);
            if (price.scope().equals("competitor")) {
                add(groups, "market", null, price);
            }
        }
        return groups;
    }

    private static void add(
            Map<Group, List<MonthlyPrice>> groups, String scope, @Nullable String competitorId, MonthlyPrice price) {
        groups.computeIfAbsent(new Group(scope, competitorId, null), group -> new ArrayList<>())
                .add(price);
        if (price.family() != null) {
            groups.computeIfAbsent(new Group(scope, competitorId, price.family()), group -> new ArrayList<>())
                    .add(price);
        }
    }

    private static List<Object[]> indices(Group group, List<MonthlyPrice> prices) {
        PriceTable table = table(prices);
        List<Object[]> rows = new ArrayList<>();
        for (String name : group.scope().equals("sales") ? OF_SALES : OF_PRICES) {
            PriceIndex index = PriceIndex.of(name);
            List<IndexPoint> points = index.of(table, WINDOW_MONTHS, Splice.MEAN);
            double[] roundTrips = index.roundTrips(table, points);
            for (int t = 0; t < roundTrips.length; t++) {
                rows.add(row(group, name, points.get(t), roundTrips[t]));
            }
        }
        return rows;
    }

    private static Object[] row(Group group, String index, IndexPoint point, double roundTrip) {
        return row(
                group,
                index,
                YearMonth.parse(point.period()),
                point.value(),
                roundTrip,
                point.matchedItems(),
                point.note());
    }

    /** @param value {@code NaN} where nothing can be compared; {@code roundTrip} likewise */
    static Object[] row(
            Group group, String index, YearMonth month, double value, double roundTrip, int matched, String note) {
        return new Object[] {
            group.scope(),
            group.competitorId(),
            group.family(),
            index,
            month.atDay(1),
            Double.isFinite(value) ? value : null,
            Double.isFinite(roundTrip) ? roundTrip : null,
            (long) matched,
            note.isEmpty() ? null : note
        };
    }

    private static PriceTable table(List<MonthlyPrice> prices) {
        YearMonth first = prices.stream()
                .map(MonthlyPrice::month)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        YearMonth last = prices.stream()
                .map(MonthlyPrice::month)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        PriceTable.Builder table = new PriceTable.Builder(
                Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                        .map(YearMonth::toString)
                        .toList());
        prices.forEach(price -> table.add(price.month().toString(), price.item(), price.price(), price.quantity()));
        return table.build();
    }
}
