package org.kvartal.jobs.watch;

import org.kvartal.jobs.run.PublishedRun;

/**
 * What became of the rows of a night.
 *
 * @param broken rows that broke a rule, counted for each rule that they broke
 */
public record RowCounts(long read, long loaded, long quarantined, long broken) {
    static final RowCounts NONE = new RowCounts(0, 0, 0, 0);

    static RowCounts of(PublishedRun run) {
        return new RowCounts(
                run.rowCount("read_count"),
                run.rowCount("loaded_count"),
                run.rowCount("quarantined_count"),
                run.brokenRuleCount());
    }
}
