package org.kvartal.ingest.gate;

import java.util.Locale;

/** How a gate judges a table on a night. */
public enum Verdict {
    PASS,
    /** There is nothing to compare with: a first night, or a table that was empty. */
    NO_COMPARISON,
    /** It fails, and is told. */
    WARN,
    /** It fails, and what rests on the table is not shown. */
    BLOCK,
    /** It fails, and the night is not published. */
    STOP,
    /** It fails, and somebody has let it through. */
    ACCEPTED;

    /** As tables write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
