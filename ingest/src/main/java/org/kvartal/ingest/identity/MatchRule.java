package org.kvartal.ingest.identity;

import java.util.Locale;

/** A rule that a project may declare: rows of different sources that agree are the same one. */
public enum MatchRule {
    /** Equal names, but for case, marks, punctuation and, of accounts, the legal form. */
    SAME_NAME {
        @Override
        String key(Row row) {
            return row.plainName();
        }
    },
    /** Equal ids but for the prefix: the sources keep the same customer or article numbers. */
    SAME_ID {
        @Override
        String key(Row row) {
            return row.ownId();
        }
    };

    /** As configuration and tables write it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What must be equal; empty when the row has nothing to compare. */
    abstract String key(Row row);
}
