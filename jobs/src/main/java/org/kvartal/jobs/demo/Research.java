package org.kvartal.jobs.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvartal.jobs.demo.Sales.Booked;

/** Forecasts that others publish: an institute whose index follows the bookings to come, and one that knows nothing. */
final class Research {
    static final String INFORMED = "Institute for Laboratory Markets";
    static final String UNINFORMED = "Sentiment Watch";

    /** Standard deviation of the logarithm of the index about the bookings of the next month. */
    static final double SIGMA = 0.05;

    private static final Table FORECAST = Table.of("MARKET_FORECAST", """
                    PUBLISHER varchar(80)
                    SERIES varchar(80)
                    PUBLISHED_ON date
                    MONTH_START date
                    INDEX_VALUE decimal(8,2)
                    UNIT varchar(40)""");
    private static final List<Integer> MONTHS_AHEAD = List.of(0, 1, 2);
    private static final int DAYS_BEFORE = 12;
    private static final double MIDDLE = 100;

    private final World world;
    private final Dice dice;
    private final Map<YearMonth, Double> booked = new HashMap<>();

    private Research(World world, Sales sales) {
        this.world = world;
        this.dice = world.dice("research");
        sales.booked().stream()
                .map(Booked::deal)
                .filter(deal -> deal.ending() == Ending.WON)
                .forEach(deal -> deal.timeline()
                        .closedAt()
                        .filter(world::covers)
                        .ifPresent(at -> booked.merge(
                                YearMonth.from(WorkCalendar.dayOf(at)),
                                deal.offer().lastAmount().doubleValue(),
                                Double::sum)));
    }

    static void publish(World world, Sales sales) {
        Research research = new Research(world, sales);
        world.span().months().skip(1).forEach(research::publish);
    }

    /** What is published shortly before a month, of it and the two after it. */
    private void publish(LocalDate month) {
        LocalDate day = month.minusDays(DAYS_BEFORE);
        for (int ahead : MONTHS_AHEAD) {
            LocalDate period = month.plusMonths(ahead);
            add(INFORMED, "Demand for instruments", day, period, informed(period, ahead));
            add(UNINFORMED, "Mood of buyers", day, period, dice.normal(MIDDLE, 10));
        }
    }

    /** Of months that the company does not live to see, the institute knows as little as anyone. */
    private double informed(LocalDate period, int ahead) {
        double mean = booked.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(1);
        boolean isSeen =
                period.plusMonths(1).minusDays(1).isBefore(world.span().last().plusDays(1));
        double share = isSeen ? booked.getOrDefault(YearMonth.from(period), 0.0) / mean : 1;
        return dice.logNormal(MIDDLE * share, SIGMA * (1 + ahead));
    }

    private void add(String publisher, String series, LocalDate day, LocalDate period, double value) {
        Instant at = WorkCalendar.moment(day, 10);
        world.history()
                .add(FORECAST, at)
                .set("PUBLISHER", publisher)
                .set("SERIES", series)
                .set("PUBLISHED_ON", day)
                .set("MONTH_START", period)
                .set("INDEX_VALUE", BigDecimal.valueOf(Math.round(value * 100), 2))
                .set("UNIT", "index, average month = 100");
    }
}
