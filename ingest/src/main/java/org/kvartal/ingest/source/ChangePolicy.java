package org.kvartal.ingest.source;

import org.kvartal.ingest.settings.ConfigSection;

/**
 * How much a source may change from one night to the next.
 *
 * @param lagDays changes are read again from so many days before the last one that was seen: transactions may end late
 * @param fullEvery after so many increments everything is read again
 * @param goneAtMost share of the rows of a table that may be gone without anybody having said so
 * @param schema what is done when a column is gone or holds less than before
 */
public record ChangePolicy(int lagDays, int fullEvery, double goneAtMost, Schema schema) {
    private static final int LAG_DAYS = 2;
    private static final int FULL_EVERY = 30;
    private static final double GONE_FROM_DATABASE = 0.05;
    private static final double GONE_FROM_FILES = 0.2;

    /** What is done when a column is gone or holds less than before. */
    public enum Schema {
        /** The night stops before any work. */
        STRICT,
        /** The source is right: the column is forgotten. */
        ACCEPT
    }

    static ChangePolicy read(ConfigSection section, SourceKind kind) {
        double usual = kind == SourceKind.JDBC ? GONE_FROM_DATABASE : GONE_FROM_FILES;
        return new ChangePolicy(
                section.integerFrom(0, 366, "lag-days", LAG_DAYS),
                section.integerFrom(0, 10_000, "full-every", FULL_EVERY),
                section.numberFrom(0, 1, "gone-at-most", usual),
                section.has("schema") ? section.oneOf("schema", Schema.class) : Schema.STRICT);
    }
}
