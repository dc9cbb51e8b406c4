package org.kvartal.forecast.regression;

/**
 * Columns of a design matrix whose effects share a penalty.
 *
 * @param name what they describe, as age or owner
 * @param from first column
 * @param to column after the last
 * @param expectedVariance variance of the effects, or of their steps, that is expected before the data speak
 * @param priorEffects as many effects as that expectation counts for
 */
public record EffectGroup(
        String name, int from, int to, Penalty penalty, double expectedVariance, double priorEffects) {
    private static final double USUAL_VARIANCE = 0.01;

    /** With the usual expectation: effects of a tenth, worth one effect. */
    public EffectGroup(String name, int from, int to, Penalty penalty) {
        this(name, from, to, penalty, USUAL_VARIANCE, 1);
    }
}
