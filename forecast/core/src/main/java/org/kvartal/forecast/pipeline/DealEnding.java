package org.kvartal.forecast.pipeline;

/** How an open deal is expected to end: over all shocks of the quarter, and under each. */
public final class DealEnding {
    private final DealForecast forecast;
    private final double[] winByShock;

    DealEnding(DealForecast forecast, double[] winByShock) {
        this.forecast = forecast;
        this.winByShock = winByShock;
    }

    public DealForecast forecast() {
        return forecast;
    }

    /** Probability of being won in the period under each of the shocks asked for. */
    public double[] winByShock() {
        return winByShock.clone();
    }
}
