package org.kvartal.reports.portal;

/** A request that is not answered, with the reason and the HTTP status that says so to programs. */
final class Refused extends RuntimeException {
    private final int status;

    Refused(int status, String message) {
        super(message);
        this.status = status;
    }

    static Refused unknown(String what) {
        return new Refused(404, "Cannot find " + what);
    }

    int status() {
        return status;
    }
}
