package org.kvartal.forecast.effect.interrupted;

import org.kvartal.forecast.effect.inference.Interval;

/** What an interruption changed. Effects are on the logarithm of the expected count. */
public final class InterruptedFit {
    private static final int TREND = 1;
    private static final int STEP = 2;
    private static final double NORMAL = 1.959963984540054;

    private final double[] coefficients;
    private final double[] poissonErrors;
    private final double dispersion;

    /** How much counts vary around what is expected. */
    public enum Variation {
        /** As much as is expected: too little for counts of requests. */
        POISSON,
        /** A multiple of it, as seen. */
        QUASI_POISSON
    }

    InterruptedFit(double[] coefficients, double[] poissonErrors, double dispersion) {
        this.coefficients = coefficients;
        this.poissonErrors = poissonErrors;
        this.dispersion = dispersion;
    }

    /** phi. */
    public double dispersion() {
        return dispersion;
    }

    /** Change of level, b2. */
    public double step() {
        return coefficients[STEP];
    }

    public double stepError(Variation variation) {
        return error(STEP, variation);
    }

    /** b1, per period. */
    public double trend() {
        return coefficients[TREND];
    }

    public double trendError(Variation variation) {
        return error(TREND, variation);
    }

    /** By what the count is multiplied at once. */
    public double rateRatio() {
        return Math.exp(step());
    }

    /** Of the rate ratio. */
    public Interval interval(Variation variation) {
        double half = NORMAL * stepError(variation);
        return new Interval(Math.exp(step() - half), Math.exp(step() + half));
    }

    private double error(int place, Variation variation) {
        return poissonErrors[place] * (variation == Variation.POISSON ? 1 : Math.sqrt(dispersion));
    }
}
