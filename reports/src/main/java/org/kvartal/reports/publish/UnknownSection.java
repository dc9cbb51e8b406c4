package org.kvartal.reports.publish;

import java.util.List;

/** A section was asked for that the report does not have. */
public final class UnknownSection extends RuntimeException {
    public UnknownSection(String anchor, List<String> known) {
        super("Cannot show section " + anchor + ": the report has " + String.join(", ", known));
    }
}
