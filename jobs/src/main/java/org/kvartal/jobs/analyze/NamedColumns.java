package org.kvartal.jobs.analyze;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of a file by the names that a method has for them, in the order in which they were named. */
final class NamedColumns {
    private final Map<String, String> columns = new LinkedHashMap<>();

    /** A column with a part in the method. */
    NamedColumns with(String name, String column) {
        columns.put(name, column);
        return this;
    }

    /**
     * Columns that keep their own names, after those with a part.
     *
     * @return the names they have here: another one where the method has that name for a part
     */
    List<String> keep(List<String> own) {
        return own.stream().map(this::kept).toList();
    }

    private String kept(String column) {
        String name = columns.containsKey(column) ? column + " of the file" : column;
        columns.put(name, column);
        return name;
    }

    Map<String, String> spellings() {
        return columns;
    }

    List<String> names() {
        return List.copyOf(columns.keySet());
    }
}
