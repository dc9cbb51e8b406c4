package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.kvartal.forecast.match.SelfPrices;
import org.kvartal.forecast.match.SelfPrices.Origin;

/** The prices of a matched pair on the days on which both are known. */
final class PricesOfPair {
    private final List<SeenPrices.Seen> days = new ArrayList<>();
    private final List<SelfPrices.Both> prices = new ArrayList<>();
    private final List<Origin> origins;

    PricesOfPair(ProductPair pair, SeenPrices seen, OwnPrices own) {
        String product = String.valueOf(pair.productId());
        for (SeenPrices.Seen one : pair.isMatch() ? seen.of(pair.competitorProductId()) : List.<SeenPrices.Seen>of()) {
            Optional<BigDecimal> mine = own.on(product, one.day());
            if (mine.isPresent()) {
                days.add(one);
                prices.add(new SelfPrices.Both(
                        mine.get().doubleValue(), one.price().doubleValue()));
            }
        }
        origins = SelfPrices.of(prices);
    }

    long count() {
        return days.size();
    }

    long count(Origin origin) {
        return origins.stream().filter(origin::equals).count();
    }

    /** Of prices that are the competitor's own; empty without any. */
    OptionalDouble medianGapLog() {
        double[] gaps = IntStream.range(0, days.size())
                .filter(i -> origins.get(i) == Origin.THEIRS)
                .mapToDouble(i -> Math.log(prices.get(i).own() / prices.get(i).other()))
                .toArray();
        return gaps.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(new Median().evaluate(gaps));
    }

    /** Days on which the competitor's price equals the own one, with what that is. */
    Stream<Object[]> equalRows(ProductPair pair) {
        return IntStream.range(0, days.size())
                .filter(i -> origins.get(i) != Origin.THEIRS)
                .mapToObj(i -> new Object[] {
                    pair.competitorProductId(),
                    days.get(i).day(),
                    pair.productId(),
                    days.get(i).price(),
                    origins.get(i) == Origin.COPIED ? "copied" : "tied"
                });
    }
}
