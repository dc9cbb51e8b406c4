package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.kvartal.forecast.match.SelfPrices;
import org.kvartal.forecast.match.SelfPrices.Both;
import org.kvartal.forecast.match.SelfPrices.Origin;

/** The prices of a pair of products on the days on which both are known, and whose they are. */
final class PricesOfPair {
    private final List<SeenPrices.Seen> days;
    private final List<Both> prices;
    private final List<Origin> origins;

    private PricesOfPair(List<SeenPrices.Seen> days, List<Both> prices, List<Origin> origins) {
        this.days = days;
        this.prices = prices;
        this.origins = origins;
    }

    /** Of all pairs, in their order. A pair that is no match has none. */
    static List<PricesOfPair> of(List<ProductPair> pairs, SeenPrices seen, OwnPrices own) {
        List<List<SeenPrices.Seen>> days = new ArrayList<>();
        List<List<Both>> prices = new ArrayList<>();
        Map<String, List<Integer>> ofSellers = new HashMap<>();
        for (int i = 0; i < pairs.size(); i++) {
            days.add(new ArrayList<>());
            prices.add(new ArrayList<>());
            collect(pairs.get(i), seen, own, days.get(i), prices.get(i));
            ofSellers
                    .computeIfAbsent(pairs.get(i).competitorId(), none -> new ArrayList<>())
                    .add(i);
        }
        PricesOfPair[] all = new PricesOfPair[pairs.size()];
        ofSellers.values().forEach(places -> {
            List<List<Origin>> origins =
                    SelfPrices.ofSeller(places.stream().map(prices::get).toList());
            for (int k = 0; k < places.size(); k++) {
                int i = places.get(k);
                all[i] = new PricesOfPair(days.get(i), prices.get(i), origins.get(k));
            }
        });
        return List.of(all);
    }

    private static void collect(
            ProductPair pair, SeenPrices seen, OwnPrices own, List<SeenPrices.Seen> days, List<Both> prices) {
        if (!pair.isMatch()) {
            return;
        }
        String product = String.valueOf(pair.productId());
        for (SeenPrices.Seen one : seen.of(pair.competitorProductId())) {
            Optional<BigDecimal> mine = own.on(product, one.day());
            if (mine.isPresent()) {
                days.add(one);
                prices.add(new Both(mine.get().doubleValue(), one.price().doubleValue()));
            }
        }
    }

    long count() {
        return days.size();
    }

    long count(Origin origin) {
        return origins.stream().filter(origin::equals).count();
    }

    /** Of prices that are not copied; empty without any. */
    OptionalDouble medianGapLog() {
        double[] gaps = IntStream.range(0, days.size())
                .filter(i -> origins.get(i) != Origin.COPIED)
                .mapToDouble(i -> Math.log(prices.get(i).own() / prices.get(i).other()))
                .toArray();
        return gaps.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(new Median().evaluate(gaps));
    }

    /** Days on which the competitor's price is the own one, copied. */
    Stream<Object[]> copiedRows(ProductPair pair) {
        return IntStream.range(0, days.size())
                .filter(i -> origins.get(i) == Origin.COPIED)
                .mapToObj(i -> new Object[] {
                    pair.competitorProductId(),
                    days.get(i).day(),
                    pair.productId(),
                    days.get(i).price()
                });
    }
}
