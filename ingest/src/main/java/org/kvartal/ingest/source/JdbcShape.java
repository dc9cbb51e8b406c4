package org.kvartal.ingest.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.ColumnType;

/**
 * What an extract reads of a database.
 *
 * @param columns numbered as they are selected; columns of bytes are not among them
 * @param order names of the columns that rows are ordered by
 * @param table the same columns as they are delivered
 */
record JdbcShape(List<JdbcColumn> columns, List<String> order, RawTable table) {

    /** What keeps an extract from being read, as the rest of a sentence. */
    static Optional<String> objection(Extract extract, List<JdbcColumn> all) {
        List<String> names = all.stream().map(JdbcColumn::lowerCaseName).toList();
        if (new HashSet<>(names).size() < names.size()) {
            return Optional.of("two of its columns differ only in capital letters: " + String.join(", ", names));
        }
        return extract.namedColumns().stream()
                .filter(column -> !names.contains(column.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(column ->
                        extract.from().label() + " has no column " + column + "; it has " + String.join(", ", names));
    }

    static JdbcShape of(Extract extract, List<JdbcColumn> all) {
        List<JdbcColumn> selected = new ArrayList<>();
        List<Column> delivered = new ArrayList<>();
        for (JdbcColumn column : all) {
            typeOf(extract, column).ifPresent(type -> {
                selected.add(column.numbered(selected.size() + 1));
                delivered.add(extract.rawColumn(column.lowerCaseName(), type));
            });
        }
        List<String> order = extract.key().stream()
                .flatMap(key -> all.stream().map(JdbcColumn::name).filter(key::equalsIgnoreCase))
                .toList();
        List<String> key = extract.key().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        return new JdbcShape(selected, order, new RawTable(extract.name(), key, delivered));
    }

    /** The declared type of a column, else the one that the database has. */
    private static Optional<ColumnType> typeOf(Extract extract, JdbcColumn column) {
        return extract.columns().entrySet().stream()
                .filter(declared -> declared.getKey().equalsIgnoreCase(column.name()))
                .map(declared -> declared.getValue())
                .findFirst()
                .or(column::type);
    }
}
