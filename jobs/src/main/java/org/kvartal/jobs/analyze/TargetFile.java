package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kvartal.ingest.source.InputTable;

/** Within how many working minutes requests are to be resolved, by priority. */
final class TargetFile {
    private TargetFile() {}

    static Map<String, Double> read(Path file) {
        Map<String, Double> targets = new TreeMap<>();
        InputTable.of(file, Map.of(), List.of("priority", "minutes"), List.of()).read(row -> {
            row.requiredText("minutes");
            double minutes = row.number("minutes").map(BigDecimal::doubleValue).orElse(1.0);
            if (!(minutes > 0)) {
                row.refuse("minutes", "must be above 0");
            }
            if (targets.put(row.text("priority"), minutes) != null) {
                row.refuse("priority", "must be there once; keep one of the rows");
            }
        });
        return targets;
    }
}
