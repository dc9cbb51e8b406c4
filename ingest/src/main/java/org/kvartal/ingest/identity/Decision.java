package org.kvartal.ingest.identity;

import java.util.List;

/**
 * One line of the file of decisions.
 *
 * @param place where it stands, as {@code identity.csv:3}
 */
public record Decision(Kind kind, String leftId, String rightId, Verdict verdict, String place, long line) {
    List<String> ids() {
        return List.of(leftId, rightId);
    }
}
