package org.kvartal.jobs.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What others have found out about the competitors, every quarter, and about our products, once a year. */
final class Findings {
    private static final Table RESEARCH_FINDING = Table.of("RESEARCH_FINDING", """
                    COMPETITOR_ID integer
                    PRODUCT_ID integer
                    WHAT varchar(60) not null
                    MEASURED decimal(12,4)
                    UNIT varchar(40)
                    NOTE varchar(200)
                    FOUND_BY varchar(60) not null
                    FOUND_ON date not null""");
    private static final double LARGEST_SHARE = 0.3;
    private static final double QUARTERLY_SHOCK = 0.01;

    private final World world;
    private final Dice dice;

    private Findings(World world) {
        this.world = world;
        this.dice = world.dice("findings");
    }

    static void publish(World world, Catalogue catalogue, Rivals rivals) {
        Findings findings = new Findings(world);
        LocalDate first = world.span().first().withDayOfMonth(1);
        for (LocalDate day = first; !day.isAfter(world.span().last()); day = day.plusMonths(3)) {
            for (Rivals.Rival rival : rivals.all()) {
                findings.ofRival(rival, day);
            }
        }
        for (LocalDate day = first.plusMonths(5); !day.isAfter(world.span().last()); day = day.plusYears(1)) {
            for (Catalogue.Product product : catalogue.products()) {
                findings.ofProduct(product, day);
            }
        }
    }

    private void ofRival(Rivals.Rival rival, LocalDate day) {
        double share = LARGEST_SHARE * rival.share() / 0.4 + dice.normal(0, QUARTERLY_SHOCK);
        add(day, "market share", Math.max(0.01, share), "fraction of the market", "Panel of laboratory buyers")
                .set("COMPETITOR_ID", rival.row());
        add(day, "delivery time", dice.uniform(12, 45), "days", "Mystery orders")
                .set("COMPETITOR_ID", rival.row());
    }

    private void ofProduct(Catalogue.Product product, LocalDate day) {
        LocalDate entered = LocalDate.ofInstant(product.row().enteredAt(), ZoneOffset.UTC);
        if (!entered.isAfter(day)) {
            add(day, "mark in a test", dice.uniform(5, 10), "points of 10", "Instruments Review")
                    .set("PRODUCT_ID", product.row())
                    .set("NOTE", dice.chance(0.5) ? "Praised for its handling." : "Praised for its accuracy.");
        }
    }

    private Row add(LocalDate day, String what, double measured, String unit, String by) {
        return world.history()
                .add(RESEARCH_FINDING, WorkCalendar.moment(day, 9))
                .set("WHAT", what)
                .set("MEASURED", BigDecimal.valueOf(measured).setScale(3, RoundingMode.HALF_UP))
                .set("UNIT", unit)
                .set("FOUND_BY", by)
                .set("FOUND_ON", day);
    }
}
