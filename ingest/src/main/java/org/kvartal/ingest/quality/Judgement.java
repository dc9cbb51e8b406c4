package org.kvartal.ingest.quality;

import java.util.List;

/** What becomes of a row, and what is wrong with it. */
public record Judgement(Status status, List<Issue> issues) {

    public Judgement {
        issues = List.copyOf(issues);
    }
}
