package org.kvartal.jobs.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The currencies in which deals are made, and the rate of each working day: units of the currency for one euro. */
final class Currencies {
    private static final Table CURRENCY = Table.of("CURRENCY", """
                    ISO_CODE varchar(3) not null
                    IS_BASE boolean not null""");
    private static final Table EXCHANGE_RATE = Table.of("EXCHANGE_RATE", """
                    CURRENCY_ID integer not null
                    RATE_DATE date not null
                    UNITS_PER_BASE decimal(16,6) not null""");
    private static final String BASE = "EUR";
    private static final double DAILY_SHOCK = 0.004;
    private static final double MEMORY = 0.995;
    private static final int HOUR_OF_FIXING = 15;

    private final World world;
    private final Dice dice;
    private final Map<String, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();

    private Currencies(World world) {
        this.world = world;
        this.dice = world.dice("currencies");
    }

    static Currencies quote(World world) {
        Currencies currencies = new Currencies(world);
        currencies.currency(BASE).set("IS_BASE", true);
        currencies.quote("CZK", 24.9);
        currencies.quote("USD", 1.085);
        return currencies;
    }

    /** An amount of euros in a currency, at the rate of the day. */
    BigDecimal fromBase(BigDecimal euros, String currency, LocalDate day) {
        if (currency.equals(BASE)) {
            return euros;
        }
        return euros.multiply(rates.get(currency).floorEntry(day).getValue()).setScale(2, RoundingMode.HALF_UP);
    }

    private void quote(String iso, double level) {
        Row currency = currency(iso);
        NavigableMap<LocalDate, BigDecimal> quoted = new TreeMap<>();
        double distance = 0;
        LocalDate start = world.span().first().minusDays(WorkCalendar.DAYS_BEFORE);
        for (LocalDate day : start.datesUntil(world.span().last().plusDays(1)).toList()) {
            if (WorkCalendar.works(day) || quoted.isEmpty()) {
                distance = MEMORY * distance + dice.normal(0, DAILY_SHOCK);
                BigDecimal rate =
                        BigDecimal.valueOf(level * StrictMath.exp(distance)).setScale(4, RoundingMode.HALF_UP);
                quoted.put(day, rate);
                enter(currency, day, rate);
            }
        }
        rates.put(iso, quoted);
    }

    private Row currency(String iso) {
        return world.history().add(CURRENCY, world.setUp()).set("ISO_CODE", iso).set("IS_BASE", false);
    }

    private void enter(Row currency, LocalDate day, BigDecimal rate) {
        world.history()
                .add(EXCHANGE_RATE, WorkCalendar.moment(day, HOUR_OF_FIXING))
                .set("CURRENCY_ID", currency)
                .set("RATE_DATE", day)
                .set("UNITS_PER_BASE", rate);
    }
}
