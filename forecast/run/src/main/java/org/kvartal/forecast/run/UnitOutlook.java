package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.kvartal.forecast.pipeline.Deal;
import org.kvartal.forecast.pipeline.OutlookResult;
import org.kvartal.forecast.pipeline.OutlookSlice;

/** The outlook by owner, team, region and product. To the cent, members add up to the total. */
final class UnitOutlook {
    private static final Map<String, Function<Deal, String>> SCOPES = new LinkedHashMap<>();

    static {
        SCOPES.put("owner", Deal::owner);
        SCOPES.put("team", deal -> deal.attributes().getOrDefault(DealsKnown.TEAM, ""));
        SCOPES.put("region", deal -> deal.attributes().getOrDefault(DealsKnown.REGION, ""));
        SCOPES.put("product", deal -> deal.attributes().getOrDefault(DealsKnown.PRODUCT, ""));
    }

    private UnitOutlook() {}

    static Stream<Object[]> rows(OutlookResult.Estimated estimated) {
        return SCOPES.entrySet().stream()
                .flatMap(scope -> rows(
                        scope.getKey(),
                        estimated.slices().by(scope.getValue()),
                        Money.of(estimated.openMean()),
                        Money.of(estimated.newMean())));
    }

    private static Stream<Object[]> rows(
            String scope, List<OutlookSlice> slices, BigDecimal openTotal, BigDecimal newTotal) {
        BigDecimal openCents = cents(slices, OutlookSlice::openMean, openTotal);
        BigDecimal newCents = cents(slices, OutlookSlice::newMean, newTotal);
        OutlookSlice largest = slices.stream()
                .max(Comparator.comparing(OutlookSlice::mean).thenComparing(OutlookSlice::member))
                .orElse(null);
        return slices.stream()
                .map(slice -> row(
                        scope,
                        slice,
                        slice == largest ? openCents : BigDecimal.ZERO,
                        slice == largest ? newCents : BigDecimal.ZERO));
    }

    /** What rounding the members has lost of the total. */
    private static BigDecimal cents(List<OutlookSlice> slices, ToDoubleFunction<OutlookSlice> part, BigDecimal total) {
        return slices.stream().map(slice -> Money.of(part.applyAsDouble(slice))).reduce(total, BigDecimal::subtract);
    }

    private static Object[] row(String scope, OutlookSlice slice, BigDecimal openCents, BigDecimal newCents) {
        BigDecimal booked = slice.booked().setScale(2, RoundingMode.HALF_UP);
        BigDecimal open = Money.of(slice.openMean()).add(openCents);
        BigDecimal fresh = Money.of(slice.newMean()).add(newCents);
        return new Object[] {
            scope,
            slice.member(),
            booked,
            open,
            fresh,
            booked.add(open).add(fresh),
            Money.of(slice.p10()),
            Money.of(slice.p50()),
            Money.of(slice.p90())
        };
    }
}
