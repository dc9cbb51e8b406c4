package org.kvartal.forecast.request;

import java.util.Optional;

/** Whether a request kept to the time promised for its priority. */
public enum Promise {
    /** Resolved with at least a fifth of the time left. */
    MET,
    /** Resolved in time, with less than a fifth of it left. */
    NEAR,
    /** It took longer, whether it has ended or not. */
    BREACHED,
    /** Open, and still in time. */
    RUNNING,
    /** Closed automatically or cancelled in time: neither kept nor broken. */
    VOID;

    private static final double NEAR_SHARE = 0.8;

    /**
     * @param used time on the clock of the promise, in the unit of the target
     * @param target time promised
     */
    public static Promise of(Ending ending, double used, double target) {
        if (used > target) {
            return BREACHED;
        }
        return switch (ending) {
            case OPEN -> RUNNING;
            case RESOLVED -> used > NEAR_SHARE * target ? NEAR : MET;
            case AUTO_CLOSED, CANCELLED -> VOID;
        };
    }

    /** Whether it was kept; empty while that is open, and where it is void. */
    public Optional<Boolean> isKept() {
        return switch (this) {
            case MET, NEAR -> Optional.of(true);
            case BREACHED -> Optional.of(false);
            case RUNNING, VOID -> Optional.empty();
        };
    }
}
