package org.kvartal.jobs.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.jobs.demo.Catalogue.Product;

/** The competitors, what they sell against our products, and their prices as somebody looks them up every Monday. */
final class Rivals {
    static final Table COMPETITOR_PRICE = Table.of("COMPETITOR_PRICE", """
                    COMPETITOR_PRODUCT_ID integer
                    OBSERVED_ON date
                    NET_PRICE decimal(12,2)
                    IS_PROMOTION boolean
                    ORIGIN_KEY varchar(3)""");
    private static final Table COMPETITOR = Table.of("COMPETITOR", "NAME varchar(60) not null");
    private static final Table COMPETITOR_PRODUCT = Table.of("COMPETITOR_PRODUCT", """
                    COMPETITOR_ID integer not null
                    NAME varchar(80)
                    OUR_PRODUCT_ID integer
                    MATCH_KEY varchar(4)
                    MATCH_CONFIDENCE decimal(4,2)""");
    private static final double WEEKLY_SHOCK = 0.012;
    private static final double MEMORY = 0.97;
    private static final double PROMOTION_SHARE = 0.06;
    private static final double PROMOTION_FACTOR = 0.88;
    private static final double MISSED = 0.04;
    private static final Choice<String> MATCHES = Choice.of(List.of("EXCT", "EQUI", "SUBS"), .15, .55, .3);
    private static final Choice<String> ORIGINS = Choice.of(List.of("WEB", "CAT", "CUS"), .75, .15, .1);

    private final World world;
    private final Dice dice;
    private final List<Alternative> alternatives = new ArrayList<>();
    private final LocalDate firstMonday;

    /** @param share of the contests in which it is met */
    record Rival(Row row, double share) {}

    /** A rival's product that stands against one of ours, with its price of each week. */
    record Alternative(Rival rival, Product product, Row row, List<BigDecimal> prices) {}

    private Rivals(World world) {
        this.world = world;
        this.dice = world.dice("rivals");
        this.firstMonday = world.span()
                .first()
                .minusDays(WorkCalendar.DAYS_BEFORE)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    static Rivals observe(World world, Catalogue catalogue) {
        Rivals rivals = new Rivals(world);
        rivals.enter("Orvantis", .4, 0.06, catalogue);
        rivals.enter("Brightmetra", .3, -0.02, catalogue);
        rivals.enter("Calderix", .2, -0.09, catalogue);
        rivals.enter("Novaquant", .1, -0.16, catalogue);
        return rivals;
    }

    /** The competitors that sell something. */
    List<Rival> all() {
        return alternatives.stream().map(Alternative::rival).distinct().toList();
    }

    /** Who sells something against a product. */
    List<Alternative> against(Product product) {
        return alternatives.stream()
                .filter(other -> other.product().equals(product))
                .toList();
    }

    /** The price that customers see on a day. */
    BigDecimal priceOn(Alternative alternative, LocalDate day) {
        int week = (int) ChronoUnit.WEEKS.between(firstMonday, day);
        int last = alternative.prices().size() - 1;
        return alternative.prices().get(Math.max(0, Math.min(week, last)));
    }

    private void enter(String name, double share, double level, Catalogue catalogue) {
        Rival rival = new Rival(world.history().add(COMPETITOR, world.setUp()).set("NAME", name), share);
        for (Product product : catalogue.products()) {
            if (dice.chance(0.75)) {
                alternatives.add(alternative(name, rival, product, level + dice.normal(0, 0.06)));
            }
        }
    }

    private Alternative alternative(String maker, Rival rival, Product product, double level) {
        Row row = world.history()
                .add(COMPETITOR_PRODUCT, product.row().enteredAt().plusSeconds(60))
                .set("COMPETITOR_ID", rival.row())
                .set("NAME", maker + " " + (char) dice.between('A', 'Z') + dice.between(10, 99))
                .set("OUR_PRODUCT_ID", product.row())
                .set("MATCH_KEY", dice.pick(MATCHES))
                .set("MATCH_CONFIDENCE", BigDecimal.valueOf(dice.between(60, 99), 2));
        return new Alternative(rival, product, row, weeklyPrices(row, product, level));
    }

    /** The price wanders around its level relative to ours, which it follows half a year later. */
    private List<BigDecimal> weeklyPrices(Row row, Product product, double level) {
        List<BigDecimal> prices = new ArrayList<>();
        double distance = 0;
        for (LocalDate monday = firstMonday; !monday.isAfter(world.span().last()); monday = monday.plusWeeks(1)) {
            distance = MEMORY * distance + dice.normal(0, WEEKLY_SHOCK);
            boolean promotion = dice.chance(PROMOTION_SHARE);
            double ours = product.priceOn(monday.minusWeeks(26)).doubleValue();
            double theirs = ours * StrictMath.exp(level + distance) * (promotion ? PROMOTION_FACTOR : 1);
            BigDecimal price = BigDecimal.valueOf(theirs).setScale(2, RoundingMode.HALF_UP);
            prices.add(price);
            lookUp(row, monday, price, promotion);
        }
        return prices;
    }

    private void lookUp(Row alternative, LocalDate day, BigDecimal price, boolean promotion) {
        boolean seen = !dice.chance(MISSED);
        String origin = dice.pick(ORIGINS);
        if (seen
                && !day.isBefore(world.span().first())
                && !WorkCalendar.moment(day, 11).isBefore(alternative.enteredAt())) {
            world.history()
                    .add(COMPETITOR_PRICE, WorkCalendar.moment(day, 11))
                    .set("COMPETITOR_PRODUCT_ID", alternative)
                    .set("OBSERVED_ON", day)
                    .set("NET_PRICE", price)
                    .set("IS_PROMOTION", promotion)
                    .set("ORIGIN_KEY", origin);
        }
    }
}
