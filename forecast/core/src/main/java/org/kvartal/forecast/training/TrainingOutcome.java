package org.kvartal.forecast.training;

import java.util.Locale;

/** What a training may change, and on which scale that is measured. */
public enum TrainingOutcome {
    /** Working hours until a request is resolved. */
    HANDLING_TIME(Scale.LOGARITHM),
    /** Working hours until a request is first answered. */
    FIRST_RESPONSE(Scale.LOGARITHM),
    /** Share of requests that keep the time agreed. */
    SLA_SHARE(Scale.SHARE),
    /** Mark of the customers who give one. */
    SATISFACTION(Scale.MARK),
    /** Share of resolved requests that get a mark: a mark of fewer customers is another mark. */
    RESPONSE_RATE(Scale.SHARE),
    /** Days of a month on which a person works with the system. */
    ACTIVE_DAYS(Scale.LOGARITHM);

    private static final double PERCENT = 100;
    private static final double RELEVANT_SHARE = 0.05;
    private static final double RELEVANT_MARK = 0.2;

    /** How a change is told. */
    public enum Scale {
        /** exp(change) - 1 is the relative change. */
        LOGARITHM,
        /** A fraction: a change of 0.05 is five percentage points. */
        SHARE,
        /** On a scale of 1 to 5. */
        MARK;

        /** As tables name it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Scale scale;

    TrainingOutcome(Scale scale) {
        this.scale = scale;
    }

    public Scale scale() {
        return scale;
    }

    /** As tables name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The smallest change worth knowing of: of a logarithm as given, of a share five percentage points, of a mark 0.2.
     *
     * @param percent relative change of what is measured as a logarithm
     */
    public double relevantChange(double percent) {
        return switch (scale) {
            case LOGARITHM -> -Math.log(1 - percent / PERCENT);
            case SHARE -> RELEVANT_SHARE;
            case MARK -> RELEVANT_MARK;
        };
    }

    /** What a number of the scale means: the relative change of a logarithm, others as they are. */
    public double told(double change) {
        return scale == Scale.LOGARITHM ? Math.expm1(change) : change;
    }
}
