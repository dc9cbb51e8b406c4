package org.kvartal.forecast.run;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.price.PriceGap;
import org.kvartal.forecast.run.PriceIndices.Group;

/**
 * Own list prices beside those of competitors for like products, month by month, weighted by own sales of the last twelve
 * months that are over; by the number of products where nothing was sold.
 */
final class RelativePrices {
    private static final String NAME = "relative-price";

    private final Map<String, Double> weights;
    private final Map<YearMonth, Map<String, Double>> listed;
    private final List<MonthlyPrice> likes;

    private RelativePrices(
            Map<String, Double> weights, Map<YearMonth, Map<String, Double>> listed, List<MonthlyPrice> likes) {
        this.weights = weights;
        this.listed = listed;
        this.likes = likes;
    }

    static RelativePrices of(List<MonthlyPrice> prices) {
        Map<YearMonth, Map<String, Double>> listed = new HashMap<>();
        prices.stream()
                .filter(price -> price.scope().equals("list"))
                .forEach(price -> listed.computeIfAbsent(price.month(), month -> new HashMap<>())
                        .put(price.item(), price.price()));
        List<MonthlyPrice> likes = prices.stream()
                .filter(price -> price.isLike() && price.productId() != null)
                .toList();
        return new RelativePrices(weights(prices), listed, likes);
    }

    private static Map<String, Double> weights(List<MonthlyPrice> prices) {
        YearMonth first = prices.stream()
                .map(MonthlyPrice::month)
                .max(Comparator.naturalOrder())
                .map(last -> last.minusMonths(11))
                .orElse(YearMonth.of(1, 1));
        Map<String, Double> sales = prices.stream()
                .filter(price -> price.scope().equals("sales") && !price.month().isBefore(first))
                .collect(Collectors.groupingBy(
                        MonthlyPrice::item, Collectors.summingDouble(price -> price.price() * price.quantity())));
        return sales.isEmpty()
                ? prices.stream()
                        .filter(price -> price.scope().equals("list"))
                        .collect(Collectors.toMap(MonthlyPrice::item, price -> 1.0, (one, other) -> one))
                : sales;
    }

    Stream<Object[]> rows() {
        Stream<Object[]> market = rows(new Group("market", null, null), price -> true);
        Stream<Object[]> competitors = likes.stream()
                .map(MonthlyPrice::competitorId)
                .distinct()
                .flatMap(id -> rows(new Group("competitor", id, null), price -> isOf(price, id)));
        return Stream.concat(market, competitors);
    }

    private static boolean isOf(MonthlyPrice price, @Nullable String competitorId) {
        return competitorId != null && competitorId.equals(price.competitorId());
    }

    private Stream<Object[]> rows(Group group, Predicate<MonthlyPrice> which) {
        Map<YearMonth, List<PriceGap>> gaps = new TreeMap<>();
        likes.stream()
                .filter(which)
                .forEach(price -> gap(price)
                        .ifPresent(gap -> gaps.computeIfAbsent(price.month(), month -> new ArrayList<>())
                                .add(gap)));
        return gaps.entrySet().stream().map(month -> row(group, month.getKey(), month.getValue()));
    }

    private Optional<PriceGap> gap(MonthlyPrice price) {
        return Optional.ofNullable(listed.getOrDefault(price.month(), Map.of()).get(price.productId()))
                .map(own -> new PriceGap(String.valueOf(price.productId()), own, price.price()));
    }

    private Object[] row(Group group, YearMonth month, List<PriceGap> gaps) {
        double level = PriceGap.level(gaps, weights);
        int products = (int) gaps.stream().map(PriceGap::product).distinct().count();
        String note = Double.isFinite(level) ? "" : "none of the products compared was sold in the past year";
        return PriceIndices.row(group, NAME, month, level, Double.NaN, products, note);
    }
}
