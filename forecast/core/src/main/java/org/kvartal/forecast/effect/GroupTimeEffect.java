package org.kvartal.forecast.effect;

/** The effect on units first treated at one time, at one time: ATT(g, t), with what its error consists of. */
final class GroupTimeEffect {
    private final long group;
    private final long time;
    private final long anticipation;
    private final int[] units;
    private final int treated;
    private final Contrast contrast;

    /** @param units those compared, treated ones first */
    GroupTimeEffect(long group, long time, long anticipation, int[] units, int treated, Contrast contrast) {
        this.group = group;
        this.time = time;
        this.anticipation = anticipation;
        this.units = units;
        this.treated = treated;
        this.contrast = contrast;
    }

    long group() {
        return group;
    }

    long time() {
        return time;
    }

    /** Time since the first treatment; negative before. */
    long eventTime() {
        return time - group;
    }

    boolean isAfter() {
        return time >= group;
    }

    /** Whether it is a test of the design: not even an early effect is expected here. */
    boolean isLead() {
        return time < group - anticipation;
    }

    double effect() {
        return contrast.effect();
    }

    String note() {
        return contrast.note();
    }

    /** Treated units that are compared. */
    int treated() {
        return treated;
    }

    int controls() {
        return units.length - treated;
    }

    /** Units compared, treated ones first. */
    int unit(int place) {
        return units[place];
    }

    int size() {
        return units.length;
    }

    /** Adds the contributions of units, times a weight. */
    void addTo(double[] ofUnits, double weight) {
        double[] contributions = contrast.contributions();
        for (int i = 0; i < units.length; i++) {
            ofUnits[units[i]] += weight * contributions[i];
        }
    }

    /** The same of controls only. */
    void addControlsTo(double[] ofUnits, double weight) {
        double[] contributions = contrast.contributions();
        for (int i = treated; i < units.length; i++) {
            ofUnits[units[i]] += weight * contributions[i];
        }
    }
}
