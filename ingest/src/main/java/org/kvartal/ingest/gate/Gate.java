package org.kvartal.ingest.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is asked of the tables of a night. */
public enum Gate {
    /** Few rows may be missing that the table had on its last good night. */
    ROW_DROP,
    /** Few rows may be rejected. */
    QUARANTINE,
    /** The newest row may not be old. */
    FRESHNESS,
    /** A total that the source tells is found again in the clean table. */
    RECONCILIATION,
    /** A total of a mart is that of the clean table. */
    MART_TOTALS;

    /** As configuration and tables write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Gate> named(String label) {
        return Arrays.stream(values())
                .filter(gate -> gate.label().equals(label))
                .findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Gate::label).toList();
    }
}
