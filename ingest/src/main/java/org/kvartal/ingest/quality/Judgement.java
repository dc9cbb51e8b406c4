package org.kvartal.ingest.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a row, and what is wrong with it.
 *
 * @param filter the rule that leaves it out; null unless it is filtered
 */
public record Judgement(
        Status status, List<Issue> issues, @Nullable String filter) {
    public Judgement {
        issues = List.copyOf(issues);
    }

    static Judgement of(Status status, List<Issue> issues) {
        return new Judgement(status, issues, null);
    }

    static Judgement filteredBy(String rule) {
        return new Judgement(Status.FILTERED, List.of(), rule);
    }
}
