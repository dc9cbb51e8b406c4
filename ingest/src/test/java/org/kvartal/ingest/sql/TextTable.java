package org.kvartal.ingest.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table written as text: a line of column names, then a line per row. Two or more spaces part the cells; {@code -}
 * stands for no value.
 */
record TextTable(List<String> columns, List<List<String>> rows) {
    static final String NO_VALUE = "-";

    static TextTable parse(String text) {
        List<List<String>> lines = text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> List.of(line.strip().split(" {2,}")))
                .toList();
        List<String> columns = lines.get(0);
        for (List<String> line : lines) {
            if (line.size() != columns.size()) {
                throw new IllegalArgumentException("Invalid table: " + line + " does not fill the columns " + columns);
            }
        }
        return new TextTable(columns, lines.subList(1, lines.size()));
    }

    /** Rows sorted, columns aligned: equal tables print alike. */
    String print() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns);
        rows.stream()
                .sorted((a, b) -> String.join("\0", a).compareTo(String.join("\0", b)))
                .forEach(lines::add);
        int[] widths = IntStream.range(0, columns.size())
                .map(i -> lines.stream()
                        .mapToInt(line -> line.get(i).length())
                        .max()
                        .orElse(0))
                .toArray();
        return lines.stream()
                .map(line -> IntStream.range(0, line.size())
                        .mapToObj(i ->
                                line.get(i) + " ".repeat(widths[i] - line.get(i).length()))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }
}
