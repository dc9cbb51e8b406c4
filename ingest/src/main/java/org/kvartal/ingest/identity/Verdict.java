package org.kvartal.ingest.identity;

import java.util.Locale;

/** What a person has decided on two rows. */
public enum Verdict {
    SAME,
    DIFFERENT;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
