package org.kvartal.jobs.series;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kvartal.ingest.source.InputRow;
import org.kvartal.ingest.source.InvalidInput;

/**
 * The columns of a file of series.
 *
 * @param spellings how a column is called in the file, by the name it has here
 * @param groups columns that group series
 * @param regressors columns that explain values
 * @param ignored columns that are left out by the will of the user
 */
public record SeriesColumns(
        Map<String, String> spellings, List<String> groups, List<String> regressors, List<String> ignored) {
    static final String NAME = "unique_id";
    static final String TIME = "ds";
    static final String VALUE = "y";

    List<String> required() {
        return Stream.of(List.of(NAME, TIME, VALUE), groups, regressors)
                .flatMap(List::stream)
                .toList();
    }

    /** Refuses columns of which nobody has said what they are for. */
    void refuseUnknown(InputRow row) {
        List<String> unknown = row.columns().stream()
                .filter(column -> !required().contains(column) && !ignored.contains(column))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidInput(
                    ("Invalid columns %s beside unique_id, ds, y: name them in --group if they group series,"
                                    + " have their values to come in --future if they explain y, or leave them out by --ignore")
                            .formatted(String.join(", ", unknown)));
        }
    }
}
