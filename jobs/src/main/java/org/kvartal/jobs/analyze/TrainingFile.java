package org.kvartal.jobs.analyze;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kvartal.ingest.source.InputTable;

/**
 * Who was trained when.
 *
 * @param first time of the first training, by agent
 * @param lines where an agent stands first
 * @param later trainings after the first of an agent, which are not looked at
 */
record TrainingFile(Map<String, Instant> first, Map<String, Long> lines, long later) {
    TrainingFile {
        first = Map.copyOf(first);
        lines = Map.copyOf(lines);
    }

    static TrainingFile read(Path file, ZoneId zone) {
        Map<String, Instant> first = new TreeMap<>();
        Map<String, Long> lines = new TreeMap<>();
        long[] rows = new long[1];
        InputTable.of(file, Map.of(), List.of("agent_id", "trained_at"), List.of())
                .read(row -> {
                    String agent = row.requiredText("agent_id");
                    row.requiredText("trained_at");
                    RequestFile.instant(row, "trained_at", zone).ifPresent(time -> {
                        rows[0]++;
                        lines.putIfAbsent(agent, row.line());
                        first.merge(agent, time, (one, other) -> one.isBefore(other) ? one : other);
                    });
                });
        return new TrainingFile(first, lines, rows[0] - first.size());
    }
}
