package org.kvartal.reports.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kvartal.ingest.lake.Column;

/** The dictionary with one line for each column of each table. No cell is taken for a formula. */
final class DictionaryCsv {
    private static final Pattern FORMULA = Pattern.compile("^'*[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]");
    private static final List<String> HEADER = List.of(
            "table",
            "table_meaning",
            "one_row_per",
            "row_count",
            "owner",
            "grade",
            "newest",
            "schema_version",
            "made_by",
            "sources",
            "made_of",
            "goes_into",
            "sections",
            "column",
            "meaning",
            "unit",
            "type",
            "sql_type",
            "required",
            "references",
            "allowed",
            "sensitivity",
            "examples");

    private DictionaryCsv() {}

    static String text(List<Entry> entries) {
        StringBuilder text = new StringBuilder();
        text.append(String.join(",", HEADER)).append('\n');
        for (Entry entry : entries) {
            List<String> table = table(entry);
            for (Column column : entry.spec().columns()) {
                List<String> line = new ArrayList<>(table);
                line.addAll(column(entry, column));
                text.append(line.stream().map(DictionaryCsv::cell).collect(Collectors.joining(",")))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static List<String> table(Entry entry) {
        return List.of(
                entry.table(),
                entry.spec().description(),
                joined(entry.spec().key()),
                Long.toString(entry.rowCount()),
                entry.owner(),
                entry.gradeText(),
                entry.newest(),
                entry.schemaVersion(),
                entry.connections().madeBy(),
                joined(entry.connections().sources()),
                joined(entry.connections().inputs()),
                joined(entry.connections().users()),
                joined(entry.connections().sections()));
    }

    private static List<String> column(Entry entry, Column column) {
        return List.of(
                column.name(),
                column.description(),
                column.unit(),
                column.type().label(),
                column.type().sqlType(),
                Boolean.toString(column.required()),
                column.references(),
                joined(column.allowed()),
                Entry.sensitivity(column),
                String.join(" | ", entry.examples(column)));
    }

    private static String joined(List<String> names) {
        return String.join(", ", names);
    }

    static String cell(String text) {
        String safe = FORMULA.matcher(text).find() ? "'" + text : text;
        return safe.matches("(?s).*[,\"\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
