package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.survey.Share;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;

/** How often we win against each competitor, what it contests, and why deals were lost. */
final class RivalResults {
    private static final double LEVEL = 0.95;

    private final List<ComparedDeal> deals;
    private final LocalDate asOf;

    /** @param deals one row for each competitor met in each */
    RivalResults(List<ComparedDeal> deals, LocalDate asOf) {
        this.deals = deals;
        this.asOf = asOf;
    }

    /** The last day on which a price of each competitor was seen. */
    static Map<String, LocalDate> pricesSeen(Lake lake, LocalDate asOf) {
        Map<String, String> makers = new HashMap<>();
        lake.scan(
                CrmTables.COMPETITOR_PRODUCTS,
                List.of("competitor_product_id", "competitor_id"),
                row -> makers.put(
                        String.valueOf(row.getField("competitor_product_id")),
                        String.valueOf(row.getField("competitor_id"))));
        Map<String, LocalDate> seen = new HashMap<>();
        lake.scan(CrmTables.COMPETITOR_PRICES, List.of("competitor_product_id", "observed_on"), row -> {
            @Nullable String maker = makers.get(String.valueOf(row.getField("competitor_product_id")));
            if (maker != null && row.getField("observed_on") instanceof LocalDate day && !day.isAfter(asOf)) {
                seen.merge(maker, day, (one, other) -> one.isAfter(other) ? one : other);
            }
        });
        return seen;
    }

    private Map<String, List<ComparedDeal>> byCompetitor() {
        Map<String, List<ComparedDeal>> rivals = new TreeMap<>();
        deals.forEach(deal -> rivals.computeIfAbsent(deal.competitor(), rival -> new ArrayList<>())
                .add(deal));
        return rivals;
    }

    private long distinct(Stream<ComparedDeal> some) {
        return some.map(ComparedDeal::opportunity).distinct().count();
    }

    /** One row for each competitor, and one for the deals in which none is known. */
    Stream<Object[]> results(Map<String, LocalDate> pricesSeen) {
        long all = distinct(deals.stream().filter(deal -> deal.isClosedInYearTo(asOf)));
        return byCompetitor().entrySet().stream()
                .map(entry -> result(entry.getKey(), entry.getValue(), all, pricesSeen.get(entry.getKey())));
    }

    private Object[] result(String rival, List<ComparedDeal> met, long all, @Nullable LocalDate priceSeen) {
        List<ComparedDeal> closed =
                met.stream().filter(deal -> deal.isClosedInYearTo(asOf)).toList();
        List<ComparedDeal> open =
                met.stream().filter(deal -> deal.outcome().equals("open")).toList();
        long won = closed.stream().filter(ComparedDeal::isWon).count();
        double[] gaps = met.stream()
                .filter(ComparedDeal::hasGap)
                .mapToDouble(ComparedDeal::gap)
                .toArray();
        @Nullable
        Object[] row = new Object[] {
            rival.isEmpty() ? null : rival,
            won,
            (long) closed.size(),
            null,
            null,
            null,
            all == 0 ? null : closed.size() / (double) all,
            (long) gaps.length,
            gaps.length == 0 ? null : mean(gaps),
            (long) open.size(),
            open.stream().map(ComparedDeal::amount).reduce(Money.of(0), BigDecimal::add),
            lastMet(met),
            priceSeen
        };
        fill(row, 3, won, closed.size());
        return row;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static @Nullable LocalDate lastMet(List<ComparedDeal> met) {
        @Nullable LocalDate last = null;
        for (ComparedDeal deal : met) {
            @Nullable LocalDate day = deal.createdOn();
            if (day != null && (last == null || day.isAfter(last))) {
                last = day;
            }
        }
        return last;
    }

    /** A share with its interval, from a place on. */
    private static void fill(@Nullable Object[] row, int place, long successes, long cases) {
        if (cases > 0) {
            Share share = new Share(successes, cases);
            row[place] = share.value();
            row[place + 1] = share.wilson(LEVEL).low();
            row[place + 2] = share.wilson(LEVEL).high();
        }
    }

    /** Of all that was lost, then of what was lost where each competitor was met; the most frequent reason first. */
    Stream<Object[]> lostReasons() {
        List<ComparedDeal> lost = deals.stream()
                .filter(deal -> deal.isClosedInYearTo(asOf) && !deal.isWon())
                .toList();
        Map<String, ComparedDeal> once = new TreeMap<>();
        lost.forEach(deal -> once.put(deal.opportunity(), deal));
        Stream<Object[]> ofRivals = byCompetitor().keySet().stream()
                .filter(rival -> !rival.isEmpty())
                .flatMap(rival -> reasons(
                        rival,
                        lost.stream()
                                .filter(deal -> deal.competitor().equals(rival))
                                .toList()));
        return Stream.concat(reasons(null, List.copyOf(once.values())), ofRivals);
    }

    private static Stream<Object[]> reasons(@Nullable String rival, List<ComparedDeal> lost) {
        Map<String, Integer> counts = new TreeMap<>();
        lost.forEach(deal -> counts.merge(deal.lostReason(), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue()))
                .map(entry -> {
                    @Nullable
                    Object[] row = new Object[] {
                        rival,
                        entry.getKey().isEmpty() ? null : entry.getKey(),
                        (long) entry.getValue(),
                        null,
                        null,
                        null
                    };
                    fill(row, 3, entry.getValue(), lost.size());
                    return row;
                });
    }
}
