package org.kvartal.forecast.effect.interrupted;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.kvartal.forecast.effect.inference.Interval;

/** What an interruption changed. Effects are on the logarithm of the expected count. */
public final class InterruptedFit {
    private static final double NORMAL = 1.959963984540054;

    private final double[] coefficients;
    private final double[] poissonErrors;
    private final double[] neweyWestErrors;
    private final double dispersion;
    private final double autocorrelation;

    /** What is estimated. */
    public enum Term {
        INTERCEPT,
        /** b1, per period. */
        TREND,
        /** Change of level at once, b2. */
        STEP,
        /** Change of the trend, b3, per period. */
        SLOPE
    }

    /** How much counts vary around what is expected. */
    public enum Variation {
        /** As much as is expected: too little for counts of requests. */
        POISSON,
        /** A multiple of it, as seen. */
        QUASI_POISSON,
        /** As seen, and months that follow each other alike (Newey and West 1987, Econometrica 55). */
        NEWEY_WEST
    }

    InterruptedFit(
            double[] coefficients,
            double[] poissonErrors,
            double[] neweyWestErrors,
            double dispersion,
            double autocorrelation) {
        this.coefficients = coefficients;
        this.poissonErrors = poissonErrors;
        this.neweyWestErrors = neweyWestErrors;
        this.dispersion = dispersion;
        this.autocorrelation = autocorrelation;
    }

    /** phi. */
    public double dispersion() {
        return dispersion;
    }

    /** Correlation of Pearson's residuals with those of the period before. */
    public double autocorrelation() {
        return autocorrelation;
    }

    public double coefficient(Term term) {
        return coefficients[term.ordinal()];
    }

    public double error(Term term, Variation variation) {
        return switch (variation) {
            case POISSON -> poissonErrors[term.ordinal()];
            case QUASI_POISSON -> poissonErrors[term.ordinal()] * Math.sqrt(dispersion);
            case NEWEY_WEST -> neweyWestErrors[term.ordinal()];
        };
    }

    /** Of a coefficient. */
    public Interval interval(Term term, Variation variation) {
        double half = NORMAL * error(term, variation);
        return new Interval(coefficient(term) - half, coefficient(term) + half);
    }

    /** Two-sided probability of a coefficient as far from 0 by chance. */
    public double p(Term term, Variation variation) {
        double statistic = Math.abs(coefficient(term)) / error(term, variation);
        return 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-statistic);
    }

    /** By what the count is multiplied at once. */
    public double rateRatio() {
        return Math.exp(coefficient(Term.STEP));
    }

    /** Of the rate ratio. */
    public Interval interval(Variation variation) {
        Interval ofStep = interval(Term.STEP, variation);
        return new Interval(Math.exp(ofStep.low()), Math.exp(ofStep.high()));
    }
}
