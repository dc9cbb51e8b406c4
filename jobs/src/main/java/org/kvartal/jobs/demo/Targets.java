package org.kvartal.jobs.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.demo.Geography.Region;
import org.kvartal.jobs.demo.Sales.Booked;
import org.kvartal.jobs.demo.Workforce.Seller;

/** What is planned for each region, and agreed with each seller, in the December before the year. */
final class Targets {
    static final Table QUOTA = Table.of("SALES_QUOTA", """
                    EMPLOYEE_ID integer
                    MONTH_START date
                    AMOUNT_BASE decimal(14,2)""");
    private static final Table PLAN = Table.of("SALES_PLAN", """
                    REGION_ID integer
                    MONTH_START date
                    AMOUNT_BASE decimal(14,2)""");
    private static final List<Double> MONTHS = List.of(.85, .9, 1.25, .9, .95, 1.25, .8, .75, 1.2, 1.0, 1.05, 1.1);
    private static final double AMBITION = 1.06;
    private static final double GROWTH_A_YEAR = 0.06;
    private static final double QUOTAS_OVER_PLAN = 1.05;

    private final World world;
    private final Geography geography;
    private final Workforce workforce;
    private final Dice dice;
    private final double monthly;

    private Targets(World world, Geography geography, Workforce workforce, Sales sales) {
        this.world = world;
        this.geography = geography;
        this.workforce = workforce;
        this.dice = world.dice("targets");
        this.monthly = monthlyBookings(world, sales);
    }

    static void agree(World world, Geography geography, Workforce workforce, Sales sales) {
        Targets targets = new Targets(world, geography, workforce, sales);
        LocalDate start = world.span().first().withDayOfMonth(1);
        LocalDate end = world.span().last().withDayOfYear(1).plusYears(1);
        Stream.iterate(start, end::isAfter, month -> month.plusMonths(1)).forEach(targets::agree);
    }

    private static double monthlyBookings(World world, Sales sales) {
        double won = sales.booked().stream()
                .map(Booked::deal)
                .filter(deal -> deal.ending() == Ending.WON)
                .filter(deal -> deal.timeline().closedAt().filter(world::covers).isPresent())
                .mapToDouble(deal -> deal.offer().lastAmount().doubleValue())
                .sum();
        return won / world.span().months().count();
    }

    private void agree(LocalDate month) {
        double middle = world.span().yearsTo(world.span().last()) / 2;
        double growth = 1 + GROWTH_A_YEAR * (world.span().yearsTo(month) - middle);
        double plan = monthly * AMBITION * growth * MONTHS.get(month.getMonthValue() - 1);
        double sum = 0;
        for (Region region : geography.regions()) {
            double share = regionShare(region) * dice.normal(1, 0.04);
            sum += plan(region.row(), month, plan * share);
            quotas(region, month, plan * share * QUOTAS_OVER_PLAN);
        }
        plan(null, month, sum);
    }

    private double regionShare(Region region) {
        double all = workforce.sellers().stream().mapToDouble(Seller::weight).sum();
        double own = ofRegion(region).stream().mapToDouble(Seller::weight).sum();
        return own / all;
    }

    private void quotas(Region region, LocalDate month, double amount) {
        List<Seller> present = ofRegion(region).stream()
                .filter(seller -> seller.worksOn(month))
                .toList();
        double weights = present.stream().mapToDouble(Seller::weight).sum();
        for (Seller seller : present) {
            world.history()
                    .add(QUOTA, agreedFor(month))
                    .set("EMPLOYEE_ID", seller.row())
                    .set("MONTH_START", month)
                    .set("AMOUNT_BASE", hundreds(amount * seller.weight() / weights));
        }
    }

    private double plan(@Nullable Row region, LocalDate month, double amount) {
        BigDecimal rounded = hundreds(amount);
        world.history()
                .add(PLAN, agreedFor(month))
                .set("REGION_ID", region)
                .set("MONTH_START", month)
                .set("AMOUNT_BASE", rounded);
        return rounded.doubleValue();
    }

    private List<Seller> ofRegion(Region region) {
        return workforce.sellers().stream()
                .filter(seller -> seller.region().equals(region))
                .toList();
    }

    private Instant agreedFor(LocalDate month) {
        return world.sinceSetUp(WorkCalendar.moment(month.withDayOfYear(1).minusDays(16), 14));
    }

    private static BigDecimal hundreds(double amount) {
        return BigDecimal.valueOf(Math.round(amount / 100) * 100).setScale(2);
    }
}
