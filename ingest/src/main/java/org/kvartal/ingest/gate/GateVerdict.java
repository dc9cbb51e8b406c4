package org.kvartal.ingest.gate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a gate found of a table on a night.
 *
 * @param table clean table, or mart with its namespace
 * @param source whose rows were judged; empty for all
 * @param name which total it is; empty where none is judged
 * @param comparedTo the night that it was compared with, if with any
 * @param expected what was to be found: rows before, rows read, or a total
 * @param found what was found: rows now, rows rejected, or a total
 * @param measured what the limit is held against
 * @param reason one sentence, for whoever runs the night
 * @param query lists the rows behind it
 */
public record GateVerdict(
        Gate gate,
        String table,
        String source,
        String name,
        Verdict verdict,
        @Nullable LocalDate comparedTo,
        @Nullable Double expected,
        @Nullable Double found,
        @Nullable Double measured,
        @Nullable Double limit,
        String reason,
        String query) {

    /** As a row of {@link GateTables#GATES}. */
    @Nullable
    Object[] row(LocalDate night) {
        return new @Nullable Object[] {
            night,
            gate.label(),
            table,
            source,
            name,
            verdict.label(),
            comparedTo,
            expected,
            found,
            measured,
            limit,
            reason,
            query
        };
    }
}
