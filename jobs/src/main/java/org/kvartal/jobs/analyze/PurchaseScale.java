package org.kvartal.jobs.analyze;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.kvartal.forecast.customer.PurchaseHistory;

/** The unit in which a model counts time. */
enum PurchaseScale {
    /** Any day is one to buy on; time is in weeks of seven days. */
    CONTINUOUS(365.25 / 7) {
        @Override
        long period(LocalDate day) {
            return day.toEpochDay();
        }

        @Override
        LocalDate start(long period) {
            return LocalDate.ofEpochDay(period);
        }

        @Override
        double units(long periods) {
            return periods / DAYS_OF_A_WEEK;
        }

        /** Days are what is read; a copy of millions would not fit. */
        @Override
        CustomerPurchases merged(CustomerPurchases customer, LocalDate until) {
            return customer;
        }
    },
    /** From Monday on. */
    WEEK(365.25 / 7) {
        @Override
        long period(LocalDate day) {
            return Math.floorDiv(day.toEpochDay() - MONDAY, 7L);
        }

        @Override
        LocalDate start(long period) {
            return LocalDate.ofEpochDay(7 * period + MONDAY);
        }
    },
    MONTH(12) {
        @Override
        long period(LocalDate day) {
            return 12L * day.getYear() + day.getMonthValue() - 1;
        }

        @Override
        LocalDate start(long period) {
            return LocalDate.of((int) Math.floorDiv(period, 12L), 1 + (int) Math.floorMod(period, 12L), 1);
        }
    },
    QUARTER(4) {
        @Override
        long period(LocalDate day) {
            return Math.floorDiv(MONTH.period(day), 3L);
        }

        @Override
        LocalDate start(long period) {
            return MONTH.start(3 * period);
        }
    },
    YEAR(1) {
        @Override
        long period(LocalDate day) {
            return day.getYear();
        }

        @Override
        LocalDate start(long period) {
            return LocalDate.of((int) period, 1, 1);
        }
    };

    private static final double DAYS_OF_A_WEEK = 7;
    /** Day of the epoch. */
    private static final long MONDAY = 4;

    private final double unitsAYear;

    PurchaseScale(double unitsAYear) {
        this.unitsAYear = unitsAYear;
    }

    /** Those at which one either buys or does not. */
    static PurchaseScale[] opportunities() {
        return Arrays.copyOfRange(values(), 1, values().length);
    }

    double unitsAYear() {
        return unitsAYear;
    }

    /** The number of the day, or of the opportunity that a day belongs to. */
    abstract long period(LocalDate day);

    abstract LocalDate start(long period);

    double units(long periods) {
        return periods;
    }

    /** The same purchases with all of an opportunity in one; one that is not over has no purchases but a first one. */
    CustomerPurchases merged(CustomerPurchases customer, LocalDate until) {
        LocalDate first = customer.first();
        return customer.moved(day -> day.equals(first) || period(day) <= lastPeriod(until)
                ? Optional.of(start(period(day)))
                : Optional.empty());
    }

    /** @param customer as {@link #merged} */
    PurchaseHistory history(CustomerPurchases customer, LocalDate until) {
        long first = period(customer.first());
        long last = period(customer.last());
        return new PurchaseHistory(
                customer.repeats(), units(last - first), units(Math.max(last, lastPeriod(until)) - first));
    }

    /** The last day, or the last opportunity that is over. */
    long lastPeriod(LocalDate until) {
        return period(until.plusDays(1)) - 1;
    }

    /** The time from the end of a day to that of another one, opportunities by their share. */
    double ahead(LocalDate until, LocalDate end) {
        return units(1) * (place(end.plusDays(1)) - place(until.plusDays(1)));
    }

    private double place(LocalDate day) {
        LocalDate start = start(period(day));
        double length = ChronoUnit.DAYS.between(start, start(period(day) + 1));
        return period(day) + ChronoUnit.DAYS.between(start, day) / length;
    }
}
