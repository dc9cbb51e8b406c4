package org.kvartal.forecast.pipeline;

import java.util.OptionalDouble;

/** What is expected of one open deal. */
public final class DealForecast {
    private final String dealId;
    private final double winInPeriod;
    private final double winEver;
    private final double expectedDays;

    private DealForecast(String dealId, double winInPeriod, double winEver, double expectedDays) {
        this.dealId = dealId;
        this.winInPeriod = winInPeriod;
        this.winEver = winEver;
        this.expectedDays = expectedDays;
    }

    /** A deal that closes, won or lost, after the given expected number of days, if it closes at all. */
    public static DealForecast closing(String dealId, double winInPeriod, double winEver, double expectedDays) {
        return new DealForecast(dealId, winInPeriod, winEver, expectedDays);
    }

    /** A deal past every age at which a deal has ever closed. */
    public static DealForecast stale(String dealId) {
        return new DealForecast(dealId, 0, 0, Double.NaN);
    }

    public String dealId() {
        return dealId;
    }

    /** Probability that the deal is won by the end of the period. */
    public double winInPeriod() {
        return winInPeriod;
    }

    /** Probability that the deal is won at any time. */
    public double winEver() {
        return winEver;
    }

    /** Expected days until the deal closes, won or lost, given that it closes; empty for a stale deal. */
    public OptionalDouble expectedDays() {
        return Double.isNaN(expectedDays) ? OptionalDouble.empty() : OptionalDouble.of(expectedDays);
    }
}
