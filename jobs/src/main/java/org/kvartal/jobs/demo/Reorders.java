package org.kvartal.jobs.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.demo.Catalogue.Product;
import org.kvartal.jobs.demo.Customers.Account;

/**
 * Laboratories that use up reagents and order them again without a salesperson: each at a usual gap of its own, longer after
 * a larger order, until one day it stops for good. The warehouse keeps a month of them, and has run low at the end.
 */
final class Reorders {
    static final double TYPICAL_DAYS = 42;
    static final double BETWEEN = 0.35;
    static final double WITHIN = 0.18;
    static final double STOPPED = 0.025;
    static final double QUANTITY_POWER = 0.6;

    private static final double LABORATORIES = 90;
    private static final int USUAL_QUANTITY = 6;
    private static final int WEEKS_LOW = 3;

    private final World world;
    private final Product kit;
    private final Dice dice;
    private final List<Regular> regulars = new ArrayList<>();

    /**
     * A laboratory that orders regularly.
     *
     * @param stopped day of the last order of one that stopped; null for others
     */
    record Regular(Row account, double usualDays, @Nullable LocalDate stopped) {}

    private Reorders(World world, Product kit) {
        this.world = world;
        this.kit = kit;
        this.dice = world.dice("reorders");
    }

    static Reorders come(World world, Catalogue catalogue, Customers customers) {
        Reorders reorders = new Reorders(world, catalogue.reagents());
        List<Account> known = customers.accounts().stream()
                .filter(account -> account.since().isBefore(world.span().first()))
                .toList();
        for (int i = 0; i < Math.min(known.size(), world.size().times((int) LABORATORIES)); i++) {
            reorders.orderRegularly(known.get(i * 5 % known.size()));
        }
        reorders.count();
        return reorders;
    }

    List<Regular> regulars() {
        return regulars;
    }

    private void orderRegularly(Account account) {
        double usual = dice.logNormal(TYPICAL_DAYS, BETWEEN);
        LocalDate day = world.span().first().plusDays(dice.between(0, 120));
        LocalDate stopped = null;
        while (stopped == null && world.covers(WorkCalendar.moment(WorkCalendar.onOrAfter(day), 0))) {
            LocalDate ordered = WorkCalendar.onOrAfter(day);
            int quantity = Math.max(1, dice.poisson(USUAL_QUANTITY));
            order(account, ordered, quantity);
            stopped = dice.chance(STOPPED) ? ordered : null;
            double lasts = usual * StrictMath.pow((double) quantity / USUAL_QUANTITY, QUANTITY_POWER);
            day = ordered.plusDays(Math.max(2, Math.round(dice.logNormal(lasts, WITHIN))));
        }
        regulars.add(new Regular(account.row(), usual, stopped));
    }

    private void order(Account account, LocalDate day, int quantity) {
        Instant ordered = WorkCalendar.during(day, dice);
        BigDecimal price = kit.priceOn(day);
        BigDecimal amount = price.multiply(BigDecimal.valueOf(quantity)).setScale(2, RoundingMode.HALF_UP);
        LocalDate promised = WorkCalendar.onOrAfter(day.plusDays(7));
        LocalDate delivered = WorkCalendar.onOrAfter(day.plusDays(dice.between(3, 8)));
        Row order = world.history()
                .add(Paperwork.ORDER, ordered)
                .set("ACCOUNT_ID", account.row())
                .set("OWNER_ID", account.owner().row())
                .set("STATUS_KEY", "OPN")
                .set("TOTAL_BASE", amount)
                .set("ORDERED_AT", ordered)
                .set("PROMISED_ON", promised);
        world.history()
                .add(Paperwork.ORDER_LINE, ordered)
                .set("ORDER_ID", order)
                .set("LINE_NO", 1)
                .set("PRODUCT_ID", kit.row())
                .set("QUANTITY", quantity)
                .set("UNIT_PRICE_BASE", price)
                .set("UNIT_COST_BASE", Catalogue.cost(kit))
                .set("AMOUNT_BASE", amount);
        order.change(WorkCalendar.moment(delivered, 15))
                .set("STATUS_KEY", "DLV")
                .set("DELIVERED_ON", delivered);
    }

    /** Every Friday as much as all laboratories use in a month or so; of late a handful. */
    private void count() {
        double monthly = regulars.size() * USUAL_QUANTITY * 30 / TYPICAL_DAYS;
        LocalDate low = world.span().last().minusWeeks(WEEKS_LOW);
        LocalDate friday = world.span().first().with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        for (; !friday.isAfter(world.span().last()); friday = friday.plusWeeks(1)) {
            double share = friday.isAfter(low) ? 0.2 : dice.uniform(0.8, 1.5);
            Stock.enter(world, kit, friday, (int) (share * monthly));
        }
    }
}
