package org.kvartal.forecast.survival;

/**
 * How long a subject was watched and what ended it: a stay of a deal in a stage, a request until it is resolved. All
 * times of one analysis have the same origin and unit, such as days since entering the stage.
 *
 * @param entry when watching began; the subject is known to have lasted longer. Minus infinity: from the origin
 * @param exit when it ended, or was last seen
 * @param end what ended it; empty when it was still going on when last seen (censored)
 * @param count subjects of which all this holds
 */
public record Observation(double entry, double exit, String end, long count) {
    private static final String STILL_GOING_ON = "";

    public Observation {
        if (!(exit >= 0) || exit == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("Invalid exit: " + exit + " must be at least 0 and finite");
        }
        if (!(entry < exit)) {
            throw new IllegalArgumentException("Invalid entry: " + entry + " must be before the exit at " + exit);
        }
        if (count < 1) {
            throw new IllegalArgumentException("Invalid count: " + count + " must be at least 1");
        }
    }

    /** It lasted so long, and then this happened. */
    public static Observation ended(double exit, String end) {
        if (end.isEmpty()) {
            throw new IllegalArgumentException("Invalid end: must not be empty");
        }
        return new Observation(Double.NEGATIVE_INFINITY, exit, end, 1);
    }

    /** It has lasted so long and goes on. */
    public static Observation censored(double exit) {
        return new Observation(Double.NEGATIVE_INFINITY, exit, STILL_GOING_ON, 1);
    }

    /** The same subject, unknown to us before a time (delayed entry, left truncation). */
    public Observation watchedFrom(double time) {
        return new Observation(time, exit, end, count);
    }

    /** So many subjects alike, for each that this stands for. */
    public Observation times(long number) {
        return new Observation(entry, exit, end, count * number);
    }

    public boolean isCensored() {
        return end.isEmpty();
    }
}
