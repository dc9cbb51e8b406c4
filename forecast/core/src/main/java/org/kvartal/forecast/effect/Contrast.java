package org.kvartal.forecast.effect;

/** By how much the change of treated units exceeds that of controls. */
final class Contrast {
    private final double effect;
    private final double[] contributions;
    private final String note;

    /**
     * @param contributions of the units to the error of the effect, treated units first, in its unit
     * @param note what was not done as asked; empty otherwise
     */
    Contrast(double effect, double[] contributions, String note) {
        this.effect = effect;
        this.contributions = contributions;
        this.note = note;
    }

    double effect() {
        return effect;
    }

    double[] contributions() {
        return contributions;
    }

    String note() {
        return note;
    }

    /** The difference of the mean changes; without covariates all ways of adjustment come to this. */
    static Contrast ofMeans(double[] changes, int treated) {
        double mean = mean(changes, 0, treated);
        double expected = mean(changes, treated, changes.length);
        int controls = changes.length - treated;
        double[] contributions = new double[changes.length];
        for (int i = 0; i < changes.length; i++) {
            contributions[i] = i < treated ? (changes[i] - mean) / treated : (expected - changes[i]) / controls;
        }
        return new Contrast(mean - expected, contributions, "");
    }

    private static double mean(double[] values, int from, int until) {
        double sum = 0;
        for (int i = from; i < until; i++) {
            sum += values[i];
        }
        return sum / (until - from);
    }
}
