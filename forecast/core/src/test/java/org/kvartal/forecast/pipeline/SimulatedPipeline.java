package org.kvartal.forecast.pipeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A sales pipeline whose truth is known: deals arrive day by day with a season, are won or lost by hazards that depend
 * on age, and a shock shared by all deals of a quarter moves the hazard of winning. One deal in eight is a zombie that
 * nobody closes. Quick wins bring new business inside a quarter.
 */
final class SimulatedPipeline {
    private static final double ZOMBIES = 0.125;
    private static final int MAX_AGE = 200;

    private final LocalDate firstDay;
    private final double dealsPerDay;
    private final double shock;
    private final Random random;
    private final double[] shocks = new double[400];

    SimulatedPipeline(LocalDate firstDay, double dealsPerDay, double shock, long seed) {
        this.firstDay = firstDay;
        this.dealsPerDay = dealsPerDay;
        this.shock = shock;
        this.random = new Random(seed);
        for (int quarter = 0; quarter < shocks.length; quarter++) {
            shocks[quarter] = Math.exp(shock * random.nextGaussian() - shock * shock / 2);
        }
    }

    /** All deals up to a day, as a CRM shows them on that day. */
    List<Deal> dealsUntil(LocalDate lastDay) {
        List<Deal> deals = new ArrayList<>();
        for (LocalDate day = firstDay; !day.isAfter(lastDay); day = day.plusDays(1)) {
            double season = 1 + 0.25 * Math.sin(2 * Math.PI * day.getDayOfYear() / 365);
            for (int i = poisson(dealsPerDay * season); i > 0; i--) {
                deals.add(deal("S" + deals.size(), day, lastDay));
            }
        }
        return deals;
    }

    private Deal deal(String id, LocalDate createdOn, LocalDate lastDay) {
        BigDecimal amount =
                BigDecimal.valueOf(Math.exp(9 + 0.9 * random.nextGaussian())).setScale(2, RoundingMode.HALF_EVEN);
        boolean zombie = random.nextDouble() < ZOMBIES;
        for (int age = 0; age < MAX_AGE && !zombie; age++) {
            LocalDate day = createdOn.plusDays(age);
            if (day.isAfter(lastDay)) {
                break;
            }
            double win = (age < 21 ? 0.008 : age < 60 ? 0.002 : 0.006) * shocks[quarter(day)];
            double draw = random.nextDouble();
            if (draw < win) {
                return Deal.won(id, day).createdOn(createdOn).amount(amount);
            }
            if (draw < win + 0.009) {
                return Deal.lost(id, day).createdOn(createdOn).amount(amount);
            }
        }
        return Deal.open(id).createdOn(createdOn).amount(amount);
    }

    private int quarter(LocalDate day) {
        return (day.getYear() - firstDay.getYear()) * 4 + (day.getMonthValue() - 1) / 3;
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
