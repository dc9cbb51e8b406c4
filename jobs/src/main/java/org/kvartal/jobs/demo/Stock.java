package org.kvartal.jobs.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.kvartal.jobs.demo.Catalogue.Product;
import org.kvartal.jobs.demo.Offer.Line;
import org.kvartal.jobs.demo.Sales.Booked;

/**
 * What lies in the warehouse, counted every Friday. What is sold leaves three weeks later; when less than six average weeks
 * are left, eight are ordered, which take three to five weeks to come. The supplier of {@value #RUNS_OUT} has stopped
 * delivering for the last half year, so that its stock runs out.
 */
final class Stock {
    static final String RUNS_OUT = "SE-205";

    private static final Table STOCK_LEVEL = Table.of("STOCK_LEVEL", """
                    PRODUCT_ID integer
                    SITE_KEY varchar(8) not null
                    COUNTED_ON date not null
                    ON_HAND integer not null""");
    private static final int WEEKS_TO_LEAVE = 3;
    private static final int WEEKS_ORDERED = 8;
    private static final int WEEKS_LEFT = 6;
    private static final int WEEKS_WITHOUT_SUPPLY = 26;

    private final World world;
    private final Dice dice;
    private final LocalDate lastFriday;

    private Stock(World world) {
        this.world = world;
        this.dice = world.dice("stock");
        this.lastFriday = world.span().last().with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY));
    }

    static void count(World world, Catalogue catalogue, Sales sales) {
        Stock stock = new Stock(world);
        catalogue.products().stream()
                .filter(product -> "PCE".equals(product.row().get("UNIT_KEY")))
                .forEach(product -> stock.count(product, sales));
    }

    private void count(Product product, Sales sales) {
        NavigableMap<LocalDate, Integer> leaving = leaving(product, sales);
        LocalDate friday = world.span().first().with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        long weeks = Math.max(1, friday.until(lastFriday).toTotalMonths() * 52 / 12);
        double weekly = leaving.values().stream().mapToInt(Integer::intValue).sum() / (double) weeks;
        NavigableMap<LocalDate, Double> coming = new TreeMap<>();
        double onHand = WEEKS_ORDERED * weekly;
        double owed = 0;
        for (; !friday.isAfter(lastFriday); friday = friday.plusWeeks(1)) {
            owed += leaving.getOrDefault(friday, 0);
            onHand += coming.getOrDefault(friday, 0.0);
            double left = Math.min(owed, onHand);
            onHand -= left;
            owed -= left;
            double underway = coming.tailMap(friday, false).values().stream()
                    .mapToDouble(d -> d)
                    .sum();
            if (onHand - owed + underway < WEEKS_LEFT * weekly && isSupplied(product, friday)) {
                coming.merge(friday.plusWeeks(dice.between(3, 5)), owed + WEEKS_ORDERED * weekly, Double::sum);
            }
            enter(world, product, friday, (int) Math.floor(onHand));
        }
    }

    private boolean isSupplied(Product product, LocalDate friday) {
        return !RUNS_OUT.equals(product.row().get("SKU"))
                || friday.isBefore(lastFriday.minusWeeks(WEEKS_WITHOUT_SUPPLY));
    }

    /** Units by the Friday of the week in which they leave. */
    private static NavigableMap<LocalDate, Integer> leaving(Product product, Sales sales) {
        NavigableMap<LocalDate, Integer> leaving = new TreeMap<>();
        for (Booked booked : sales.booked()) {
            booked.deal()
                    .timeline()
                    .closing()
                    .filter(closing -> closing.to() == Stage.WON)
                    .map(closing -> WorkCalendar.dayOf(closing.at()).plusWeeks(WEEKS_TO_LEAVE))
                    .map(day -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY)))
                    .ifPresent(friday -> leaving.merge(friday, quantity(product, booked.deal()), Integer::sum));
        }
        return leaving;
    }

    private static int quantity(Product product, Deal deal) {
        return deal.offer().lines().stream()
                .filter(line -> line.product().equals(product))
                .mapToInt(Line::quantity)
                .sum();
    }

    static void enter(World world, Product product, LocalDate friday, int onHand) {
        Instant counted = world.sinceSetUp(WorkCalendar.moment(friday, 16));
        world.history()
                .add(STOCK_LEVEL, counted)
                .set("PRODUCT_ID", product.row())
                .set("SITE_KEY", "MAIN")
                .set("COUNTED_ON", friday)
                .set("ON_HAND", onHand);
    }
}
