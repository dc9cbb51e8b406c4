package org.kvartal.forecast.customer;

/**
 * What the value of a customer is: the margin on what is bought up to a horizon, as of today.
 *
 * @param margin share of what is spent that is earned, from 0 to 1
 * @param discount yearly rate, 0.1 for ten percent
 * @param horizon in units of the model's time
 * @param unitsAYear units of the model's time in a year
 */
public record ValueTerms(double margin, double discount, double horizon, double unitsAYear) {
    public ValueTerms {
        if (!(margin > 0 && margin <= 1 && discount >= 0 && horizon > 0 && unitsAYear > 0)) {
            throw new IllegalArgumentException("Invalid terms: margin %s, discount %s, horizon %s, units a year %s"
                    .formatted(margin, discount, horizon, unitsAYear));
        }
    }

    /** What a payment at a time from now is worth today. */
    double worth(double time) {
        return Math.pow(1 + discount, -time / unitsAYear);
    }
}
