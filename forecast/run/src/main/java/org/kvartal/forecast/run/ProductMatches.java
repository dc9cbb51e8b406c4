package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.match.SelfPrices.Origin;
import org.kvartal.forecast.tables.MatchTables;
import org.kvartal.ingest.lake.Lake;

/**
 * Finds which products of competitors stand against which own ones, whose prices can be compared, and which observed prices
 * are our own.
 *
 * <p>A match whose source does not say how alike the two are is taken for an equivalent one while its prices are within a
 * factor of two in the median, else for a substitute. No price is compared of substitutes, of matches less sure than 0.7,
 * of prices further apart, and of products all of whose prices are copies of ours.
 */
final class ProductMatches {
    private static final double LEAST_CONFIDENCE = 0.7;
    private static final double FAR = Math.log(2);

    private final Lake lake;
    private final LocalDate asOf;

    ProductMatches(Lake lake, LocalDate asOf) {
        this.lake = lake;
        this.asOf = asOf;
    }

    void run() {
        SeenPrices seen = SeenPrices.read(lake, asOf);
        OwnPrices own = OwnPrices.read(lake);
        List<Object[]> matches = new ArrayList<>();
        List<Object[]> copied = new ArrayList<>();
        List<ProductPair> pairs = ProductPairs.find(lake, asOf, seen);
        List<PricesOfPair> prices = PricesOfPair.of(pairs, seen, own);
        for (int i = 0; i < pairs.size(); i++) {
            matches.add(row(pairs.get(i), prices.get(i)));
            prices.get(i).copiedRows(pairs.get(i)).forEach(copied::add);
        }
        lake.replace(MatchTables.PRODUCT_MATCHES, matches.stream());
        lake.replace(MatchTables.COPIED_PRICES, copied.stream());
    }

    private static Object[] row(ProductPair pair, PricesOfPair prices) {
        OptionalDouble gap = prices.medianGapLog();
        boolean isFar = gap.isPresent() && Math.abs(gap.getAsDouble()) > FAR;
        @Nullable
        String match = pair.match() == null && pair.isMatch() ? isFar ? "substitute" : "equivalent" : pair.match();
        return new Object[] {
            pair.competitorProductId(),
            pair.productId(),
            pair.competitorId(),
            pair.status(),
            pair.isMatch(),
            match,
            pair.confidence(),
            text(pair.agree()),
            text(pair.differ()),
            prices.count(),
            prices.count(Origin.COPIED),
            prices.count(Origin.TIED),
            gap.isPresent() ? gap.getAsDouble() : null,
            verdict(pair, String.valueOf(match), isFar, prices)
        };
    }

    private static @Nullable String text(List<String> fields) {
        return fields.isEmpty() ? null : String.join(", ", fields);
    }

    private static String verdict(ProductPair pair, String match, boolean isFar, PricesOfPair prices) {
        if (!pair.isMatch()) {
            return "unmatched";
        }
        if (isFar) {
            return "far";
        }
        if (match.equals("substitute")) {
            return "substitute";
        }
        if (pair.confidence() != null && pair.confidence() < LEAST_CONFIDENCE) {
            return "unsure";
        }
        return prices.count() > 0 && prices.medianGapLog().isEmpty() ? "copied" : "like";
    }
}
