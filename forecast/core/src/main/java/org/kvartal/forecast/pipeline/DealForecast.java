package org.kvartal.forecast.pipeline;

import java.util.List;
import java.util.OptionalDouble;

/** What is expected of one open deal. */
public final class DealForecast {
    private final String dealId;
    private final double winInPeriod;
    private final double winEver;
    private final double expectedDays;
    private final List<String> drivers;

    private DealForecast(String dealId, double winInPeriod, double winEver, double expectedDays, List<String> drivers) {
        this.dealId = dealId;
        this.winInPeriod = winInPeriod;
        this.winEver = winEver;
        this.expectedDays = expectedDays;
        this.drivers = List.copyOf(drivers);
    }

    /** A deal that closes, won or lost, after the given expected number of days, if it closes at all. */
    public static DealForecast closing(String dealId, double winInPeriod, double winEver, double expectedDays) {
        return new DealForecast(dealId, winInPeriod, winEver, expectedDays, List.of());
    }

    /** A deal past every age at which a deal has ever closed. */
    public static DealForecast stale(String dealId) {
        return new DealForecast(dealId, 0, 0, Double.NaN, List.of("older than any deal that ever closed"));
    }

    /** With what moves the chance of the deal most, in words, the strongest first. */
    public DealForecast drivenBy(List<String> strongestFirst) {
        return new DealForecast(dealId, winInPeriod, winEver, expectedDays, strongestFirst);
    }

    /** What moves the chance of the deal most, in words. */
    public List<String> drivers() {
        return drivers;
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
