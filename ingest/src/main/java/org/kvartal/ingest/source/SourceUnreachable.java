package org.kvartal.ingest.source;

/** A source that does not answer, or does not let Kvartal in. */
public final class SourceUnreachable extends RuntimeException {
    private final Outlook outlook;

    /** Whether the next attempt may succeed. */
    public enum Outlook {
        HOPEFUL,
        /** Somebody has to do something first: the password is wrong, the database does not exist. */
        HOPELESS
    }

    public SourceUnreachable(String message, Outlook outlook, Throwable cause) {
        super(message, cause);
        this.outlook = outlook;
    }

    public Outlook outlook() {
        return outlook;
    }
}
