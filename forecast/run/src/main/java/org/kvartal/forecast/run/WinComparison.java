package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kvartal.forecast.price.WinDriver;
import org.kvartal.forecast.price.WinDrivers;
import org.kvartal.forecast.tables.MarketTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.Night;

/** Compares what was won with what was lost: rivals, reasons, drivers and prices; and sales with their prices. */
final class WinComparison {
    /** Not the days themselves: of a deal that is soon lost they are few. */
    private static final double PROMPT_DAYS = 3;

    void run(Night night) {
        List<ComparedDeal> deals = ComparedDeal.read(night);
        Lake lake = night.lake();
        LocalDate day = night.asOf().date();
        RivalResults rivals = new RivalResults(deals, day);
        lake.replace(MarketTables.RIVAL_RESULTS, rivals.results(RivalResults.pricesSeen(lake, day)));
        lake.replace(MarketTables.LOST_REASONS, rivals.lostReasons());
        lake.replace(MarketTables.WIN_DRIVERS, drivers(deals));
        lake.replace(MarketTables.PRICE_GAP_EFFECT, new PriceGapRows(deals).rows());
        ProductSales sales = ProductSales.read(night);
        lake.replace(MarketTables.PRICE_ELASTICITIES, sales.elasticities());
        lake.replace(MarketTables.PROMOTION_EFFECTS, sales.promotions());
    }

    /** Each deal once: of several competitors the one whose offer is known. */
    private static List<ComparedDeal> once(List<ComparedDeal> deals) {
        Map<String, ComparedDeal> once = new LinkedHashMap<>();
        deals.stream()
                .filter(ComparedDeal::isClosed)
                .sorted(Comparator.comparing(deal -> !deal.hasGap()))
                .forEach(deal -> once.putIfAbsent(deal.opportunity(), deal));
        return List.copyOf(once.values());
    }

    private static Stream<Object[]> drivers(List<ComparedDeal> all) {
        List<ComparedDeal> deals = once(all);
        List<WinDriver> drivers = new WinDrivers(flags(deals, ComparedDeal::won))
                .number(
                        "price gap",
                        "1 % above the competitor's offer",
                        deals.stream().mapToDouble(ComparedDeal::gap).toArray())
                .flag(
                        "response",
                        "a first activity within three days",
                        flags(deals, deal -> deal.responseDays() <= PROMPT_DAYS ? 1 : 0))
                .flag("customer", "won before", flags(deals, deal -> deal.isCustomer() ? 1 : 0))
                .flag("promotion", "product on special terms", flags(deals, deal -> deal.isPromoted() ? 1 : 0))
                .flag("campaign", "brought by one", flags(deals, deal -> deal.hasCampaign() ? 1 : 0))
                .category("source", texts(deals.stream().map(ComparedDeal::source)))
                .category("segment", texts(deals.stream().map(ComparedDeal::segment)))
                .category("competitor", texts(deals.stream().map(ComparedDeal::competitor)))
                .rank();
        return IntStream.range(0, drivers.size()).mapToObj(i -> row(drivers.get(i), i + 1, deals.size()));
    }

    private static int[] flags(List<ComparedDeal> deals, ToIntFunction<ComparedDeal> flag) {
        return deals.stream().mapToInt(flag).toArray();
    }

    private static List<String> texts(Stream<String> texts) {
        return texts.map(text -> text.isEmpty() ? "none" : text).toList();
    }

    private static Object[] row(WinDriver driver, long rank, long closed) {
        return new Object[] {
            driver.factor(),
            driver.member(),
            rank,
            driver.effect(),
            driver.low(),
            driver.high(),
            driver.logOdds(),
            driver.standardError(),
            driver.unit(),
            (long) driver.deals(),
            closed
        };
    }
}
