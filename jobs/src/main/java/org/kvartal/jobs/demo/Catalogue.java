package org.kvartal.jobs.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What the company sells, and what it asked for it over the years. */
final class Catalogue {
    static final String REAGENT_KIT = "RK-25";

    private static final Table PRODUCT_FAMILY = Table.of("PRODUCT_FAMILY", "NAME varchar(40) not null");
    private static final Table PRODUCT = Table.of("PRODUCT", """
                    SKU varchar(12) not null
                    NAME varchar(60) not null
                    FAMILY_ID integer
                    UNIT_KEY varchar(4)
                    STANDARD_COST decimal(12,2)
                    IS_ACTIVE varchar(1) not null""");
    private static final Table PRICE_BOOK = Table.of("PRICE_BOOK_ENTRY", """
                    PRODUCT_ID integer
                    UNIT_PRICE decimal(12,2)
                    VALID_FROM date
                    VALID_TO date""");
    private static final int DAYS_OF_NOTICE = 14;
    private static final double COST_SHARE = 0.55;

    private final World world;
    private final Dice dice;
    private final List<Product> products = new ArrayList<>();
    private final List<Product> supplies = new ArrayList<>();

    /**
     * A product.
     *
     * @param share of the sales, relative to the others
     * @param prices list price by the first day it holds
     */
    record Product(
            Row row, double share, LocalDate launched, LocalDate retired, NavigableMap<LocalDate, BigDecimal> prices) {
        boolean soldOn(LocalDate day) {
            return !day.isBefore(launched) && day.isBefore(retired);
        }

        BigDecimal priceOn(LocalDate day) {
            Map.Entry<LocalDate, BigDecimal> valid = prices.floorEntry(day);
            return valid == null ? prices.firstEntry().getValue() : valid.getValue();
        }
    }

    private Catalogue(World world) {
        this.world = world;
        this.dice = world.dice("catalogue");
    }

    static Catalogue publish(World world) {
        Catalogue catalogue = new Catalogue(world);
        LocalDate ever = world.span().first().minusDays(WorkCalendar.DAYS_BEFORE);
        LocalDate second = WorkCalendar.onOrAfter(world.span().first().plusMonths(14));
        LocalDate late = WorkCalendar.onOrAfter(world.span().first().plusMonths(31));
        Row analysers = catalogue.family("Analysers");
        Row sensors = catalogue.family("Sensors");
        Row software = catalogue.family("Software");
        catalogue.product("AN-900", "Titran 900", analysers, 48_000, .30, ever, LocalDate.MAX);
        catalogue.product("AN-400", "Titran 400", analysers, 21_500, .23, ever, LocalDate.MAX);
        catalogue.product("AN-120", "Titran Go", analysers, 9_400, .18, second, LocalDate.MAX);
        catalogue.product("SE-310", "Fluora Probe", sensors, 3_200, .12, ever, LocalDate.MAX);
        catalogue.product("SE-205", "Turbo Cell", sensors, 1_450, .07, ever, LocalDate.MAX);
        catalogue.product("SE-100", "pH Stick", sensors, 320, .02, ever, late);
        catalogue.product("SW-010", "LabBook", software, 890, .05, ever, LocalDate.MAX);
        catalogue.product("SW-050", "PlantView", software, 12_800, .07, ever, LocalDate.MAX);
        catalogue.supplies.add(catalogue.reagentKit(ever));
        return catalogue;
    }

    /** What laboratories use up, and no salesperson sells. */
    Product reagents() {
        return supplies.get(0);
    }

    private Product reagentKit(LocalDate launched) {
        product(REAGENT_KIT, "Reagent Kit", family("Supplies"), 185, 0, launched, LocalDate.MAX);
        return products.remove(products.size() - 1);
    }

    /** What salespeople sell. */
    List<Product> products() {
        return products;
    }

    Product anyOn(LocalDate day, Dice chance) {
        return chance.pick(Choice.of(
                products.stream().filter(product -> product.soldOn(day)).toList(), Product::share));
    }

    /** Cost of one unit. */
    static BigDecimal cost(Product product) {
        return (BigDecimal) product.row().get("STANDARD_COST");
    }

    private Row family(String name) {
        return world.history().add(PRODUCT_FAMILY, world.setUp()).set("NAME", name);
    }

    private void product(
            String sku, String name, Row family, int price, double share, LocalDate launched, LocalDate retired) {
        Row row = world.history()
                .add(PRODUCT, world.sinceSetUp(WorkCalendar.moment(launched.minusDays(DAYS_OF_NOTICE), 9)))
                .set("SKU", sku)
                .set("NAME", name)
                .set("FAMILY_ID", family)
                .set("UNIT_KEY", sku.startsWith("SW") ? "LIC" : "PCE")
                .set("STANDARD_COST", BigDecimal.valueOf(price * COST_SHARE).setScale(2, RoundingMode.HALF_UP))
                .set("IS_ACTIVE", "Y");
        if (retired.isBefore(LocalDate.MAX)) {
            row.change(WorkCalendar.moment(retired, 9)).set("IS_ACTIVE", "N");
        }
        products.add(new Product(row, share, launched, retired, prices(row, price, launched)));
    }

    /** Each January brings a rise; one time in three there is a second correction in the year. */
    private NavigableMap<LocalDate, BigDecimal> prices(Row product, int start, LocalDate launched) {
        NavigableMap<LocalDate, BigDecimal> prices = new TreeMap<>();
        double price = start;
        Row valid = price(product, price, launched, prices);
        for (int year = launched.getYear() + 1; year <= world.span().last().getYear() + 1; year++) {
            price *= dice.uniform(1.015, 1.05);
            valid = follow(valid, price(product, price, LocalDate.of(year, 1, 1), prices));
            if (dice.chance(1.0 / 3)) {
                price *= dice.uniform(0.95, 1.03);
                valid = follow(valid, price(product, price, LocalDate.of(year, dice.between(4, 10), 1), prices));
            }
        }
        return prices;
    }

    private Row price(Row product, double price, LocalDate from, NavigableMap<LocalDate, BigDecimal> prices) {
        BigDecimal rounded =
                BigDecimal.valueOf(price).setScale(0, RoundingMode.HALF_UP).setScale(2);
        prices.put(from, rounded);
        return world.history()
                .add(PRICE_BOOK, world.sinceSetUp(WorkCalendar.moment(from.minusDays(DAYS_OF_NOTICE), 10)))
                .set("PRODUCT_ID", product)
                .set("UNIT_PRICE", rounded)
                .set("VALID_FROM", from);
    }

    private static Row follow(Row earlier, Row later) {
        LocalDate from = (LocalDate) later.get("VALID_FROM");
        earlier.change(later.enteredAt()).set("VALID_TO", from.minusDays(1));
        return later;
    }
}
