package org.kvartal.reports.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How often the open pipeline covers what is still to be booked, and the pace that the rest takes. The facts stand in
 * several marts, so this is computed here and not by an expression on one of them.
 * <pre>
 *   missing  = max(target - booked, 0)         project currency
 *   coverage = open / missing                  times
 *   run rate = missing / months left           project currency a month
 * </pre>
 *
 * @param target bookings planned for the period
 * @param booked bookings of the period so far
 * @param open amount of the open opportunities promised for the period
 */
public record Coverage(BigDecimal target, BigDecimal booked, BigDecimal open) {

    /** What is still to be booked; zero once the target is reached. */
    public BigDecimal missing() {
        return target.subtract(booked).max(BigDecimal.ZERO);
    }

    /** Empty once the target is reached: nothing is left to cover. */
    public Optional<Double> times() {
        return missing().signum() == 0
                ? Optional.empty()
                : Optional.of(open.divide(missing(), MathContext.DECIMAL64).doubleValue());
    }

    /** Bookings a month that reach the target. */
    public BigDecimal runRateNeeded(int monthsLeft) {
        if (monthsLeft < 1) {
            throw new IllegalArgumentException("Invalid months left: " + monthsLeft + " must be at least 1");
        }
        return missing().divide(BigDecimal.valueOf(monthsLeft), 2, RoundingMode.HALF_UP);
    }
}
