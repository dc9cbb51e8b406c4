package org.kvartal.reports.trace;

import java.util.List;
import org.kvartal.reports.measure.Measure;

/**
 * How a measure was defined when a release was made.
 *
 * @param since version of Kvartal that brought this version of the measure
 */
public record Definition(
        String name,
        int version,
        String since,
        String formula,
        String unit,
        String sql,
        String table,
        List<Measure.Change> history) {

    public Definition {
        history = List.copyOf(history);
    }

    static Definition of(Measure measure) {
        return new Definition(
                measure.name(),
                measure.version(),
                measure.since(),
                measure.formula(),
                measure.unit(),
                measure.sql(),
                measure.table(),
                measure.history());
    }
}
