package org.kvartal.forecast.timeseries.ets;

/** The derivative of level and trend by one parameter, as it follows the recursion. It lives in registers. */
final class EtsDerivative {
    private double level;
    private double trend;

    /** Moves on by a step, and returns the derivative of what level and trend say of the next value. */
    double advance(double phi, double ofDamping) {
        trend = phi * trend + ofDamping;
        level += trend;
        return level;
    }

    /** Takes the error of the value in. */
    void correct(double ofLevel, double ofTrend) {
        level += ofLevel;
        trend += ofTrend;
    }
}
