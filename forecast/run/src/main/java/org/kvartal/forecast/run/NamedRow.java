package org.kvartal.forecast.run;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.TableSpec;

/** A row of a wide table, whose values are put in by the names of their columns; what is left out has no value. */
final class NamedRow {
    private final Map<String, Object> values = new HashMap<>();

    /** Numbers that are none have no value. */
    NamedRow with(String column, @Nullable Object value) {
        boolean isNone = value == null || value instanceof Double number && !Double.isFinite(number);
        if (!isNone) {
            values.put(column, value);
        }
        return this;
    }

    /** In the order of the table's columns. */
    @Nullable
    Object[] of(TableSpec table) {
        if (!table.columnNames().containsAll(values.keySet())) {
            throw new IllegalArgumentException(
                    "Invalid row of " + table.qualifiedName() + ": it has no columns " + values.keySet());
        }
        return table.columnNames().stream().map(values::get).toArray();
    }
}
