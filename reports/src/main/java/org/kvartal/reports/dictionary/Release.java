package org.kvartal.reports.dictionary;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.kvartal.ingest.lake.TableSpec;

/**
 * What the dictionary says of a release as a whole, and asks of it about each table.
 *
 * @param sections names of the sections of the report that print figures of a table, by the name of the table
 */
public record Release(
        String project,
        LocalDate asOf,
        ToLongFunction<TableSpec> rowCount,
        Function<TableSpec, String> owner,
        Map<String, List<String>> sections) {
    public Release {
        sections = Map.copyOf(sections);
    }

    /** Its folder, as the output folder has it. */
    String folder() {
        return "published/" + asOf;
    }
}
