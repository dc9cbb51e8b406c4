package org.kvartal.jobs.notify;

/** A message could not be sent; it waits for the next round. */
final class Undelivered extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reach reach;

    /** What the failure tells of the messages after this one. */
    enum Reach {
        /** Nothing: this message was refused. */
        MESSAGE,
        /** They would fail too: nobody answers there. */
        PLACE
    }

    private Undelivered(Reach reach, String reason) {
        super(OneLine.of(reason));
        this.reach = reach;
    }

    static Undelivered refused(String reason) {
        return new Undelivered(Reach.MESSAGE, reason);
    }

    static Undelivered unreachable(String reason) {
        return new Undelivered(Reach.PLACE, reason);
    }

    Reach reach() {
        return reach;
    }
}
