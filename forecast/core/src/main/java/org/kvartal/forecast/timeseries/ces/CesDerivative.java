package org.kvartal.forecast.timeseries.ces;

/** The derivative of level and information by one parameter, as it follows the recursion. It lives in registers. */
final class CesDerivative {
    private double level;
    private double information;

    double level() {
        return level;
    }

    /** Moves on by a value whose error has the derivative {@code de}. */
    void advance(double a0, double a1, double de, double ofLevel, double ofInformation) {
        double old = level;
        level += (a0 - a1) * de - (1 - a1) * information + ofLevel;
        information = old + (1 - a0) * information + (a0 + a1) * de + ofInformation;
    }
}
