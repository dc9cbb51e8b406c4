package org.kvartal.jobs.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.demo.Catalogue.Product;
import org.kvartal.jobs.demo.Offer.Contest;
import org.kvartal.jobs.demo.Offer.Knowledge;
import org.kvartal.jobs.demo.Offer.Line;
import org.kvartal.jobs.demo.Rivals.Alternative;

/** What is offered for how much, against whom. The value of a deal is log-normal, as in the IBM sales data. */
final class Offers {
    private static final double MEDIAN_VALUE = 30_000;
    private static final double SIGMA = 1.25;
    private static final double CONTESTED = 0.6;
    private static final double AMOUNT_KNOWN = 0.8;
    private static final double SECOND_DISCOUNT = 0.45;
    private static final double MEAN_DISCOUNT = 0.07;
    private static final double DISCOUNT_SIGMA = 0.03;
    private static final double DISCOUNT_FOR_WEAKNESS = 0.03;

    private final Rivals rivals;
    private final Catalogue catalogue;
    private final Dice dice;
    private final Dice strengths;

    Offers(World world, Catalogue catalogue, Rivals rivals) {
        this.catalogue = catalogue;
        this.rivals = rivals;
        this.dice = world.dice("offers");
        this.strengths = world.dice("strengths");
    }

    Offer plan(Opening opening) {
        LocalDate day = opening.day();
        double value = dice.logNormal(MEDIAN_VALUE, SIGMA) * opening.account().sizeOfDeals();
        List<Line> lines = lines(opening.product(), value, day);
        double strength = strengths.normal(0, 1);
        double discount = dice.normal(MEAN_DISCOUNT, DISCOUNT_SIGMA) - DISCOUNT_FOR_WEAKNESS * strength;
        double first = 1 - Math.max(0, discount);
        double last = first * (dice.chance(SECOND_DISCOUNT) ? 1 - dice.uniform(0.02, 0.1) : 1);
        Offer alone = new Offer(lines, estimate(lines), first, last, null, strength);
        @Nullable Contest contest = contest(opening.product(), day, alone.listAmount());
        return new Offer(lines, alone.estimate(), first, last, contest, strength);
    }

    private List<Line> lines(Product main, double value, LocalDate day) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(main, value, day));
        if (dice.chance(0.3)) {
            Product extra = catalogue.anyOn(day, dice);
            if (!extra.equals(main)) {
                lines.add(line(extra, value * dice.uniform(0.03, 0.2), day));
            }
        }
        return lines;
    }

    private static Line line(Product product, double value, LocalDate day) {
        BigDecimal price = product.priceOn(day);
        long quantity = Math.max(1, Math.round(value / price.doubleValue()));
        return new Line(product, (int) quantity, price);
    }

    private BigDecimal estimate(List<Line> lines) {
        double list =
                lines.stream().mapToDouble(line -> line.amount(1).doubleValue()).sum();
        double guess = list * dice.logNormal(0.97, 0.22);
        long rounded = Math.max(1, Math.round(guess / 500)) * 500;
        return BigDecimal.valueOf(rounded).setScale(2);
    }

    private @Nullable Contest contest(Product product, LocalDate day, BigDecimal listAmount) {
        List<Alternative> alternatives = rivals.against(product);
        if (!dice.chance(CONTESTED) || alternatives.isEmpty()) {
            return null;
        }
        Alternative met =
                dice.pick(Choice.of(alternatives, other -> other.rival().share()));
        double relative =
                rivals.priceOn(met, day).doubleValue() / product.priceOn(day).doubleValue();
        double offered = listAmount.doubleValue() * relative * dice.logNormal(0.95, 0.09);
        return new Contest(
                met.rival(),
                BigDecimal.valueOf(offered).setScale(2, RoundingMode.HALF_UP),
                dice.chance(AMOUNT_KNOWN) ? Knowledge.AMOUNT : Knowledge.NAME_ONLY);
    }
}
