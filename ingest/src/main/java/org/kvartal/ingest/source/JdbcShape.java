package org.kvartal.ingest.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.ColumnType;

/**
 * What an extract reads of a database.
 *
 * @param columns numbered as they are selected; columns of bytes are not among them
 * @param order names of the columns that rows are ordered by
 * @param changed the column that tells when a row was changed last
 * @param table the same columns as they are delivered, then those that the database lacks
 */
record JdbcShape(List<JdbcColumn> columns, List<String> order, RawTable table, Optional<JdbcColumn> changed) {

    /** What keeps an extract from being read, as the rest of a sentence. */
    static Optional<String> objection(Extract extract, List<JdbcColumn> all) {
        List<String> names = all.stream().map(JdbcColumn::lowerCaseName).toList();
        if (new HashSet<>(names).size() < names.size()) {
            return Optional.of("two of its columns differ only in capital letters: " + String.join(", ", names));
        }
        return new ColumnNames(extract, names)
                .missing().stream()
                        .findFirst()
                        .map(column -> extract.from().label() + " has no column " + column + "; it has "
                                + String.join(", ", names));
    }

    static JdbcShape of(Extract extract, List<JdbcColumn> all) {
        ColumnNames names = new ColumnNames(
                extract, all.stream().map(JdbcColumn::lowerCaseName).toList());
        List<JdbcColumn> selected = new ArrayList<>();
        List<Column> delivered = new ArrayList<>();
        Map<String, String> order = new HashMap<>();
        for (JdbcColumn column : all) {
            String name = names.declared(column.lowerCaseName()).orElse(column.lowerCaseName());
            order.put(name, column.name());
            extract.columns().type(name).or(column::type).ifPresent(type -> {
                selected.add(column.numbered(selected.size() + 1));
                delivered.add(extract.rawColumn(name.toLowerCase(Locale.ROOT), type));
            });
        }
        for (String absent : names.absent(extract)) {
            ColumnType type = extract.columns().type(absent).orElseThrow();
            delivered.add(extract.rawColumn(absent.toLowerCase(Locale.ROOT), type));
        }
        List<String> key = extract.key().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        return new JdbcShape(
                selected,
                extract.key().stream().map(order::get).toList(),
                new RawTable(extract.name(), key, delivered),
                extract.changed()
                        .map(order::get)
                        .flatMap(name -> all.stream()
                                .filter(column -> column.name().equals(name))
                                .findFirst()));
    }

    /** The key alone. */
    JdbcShape ofKey() {
        List<JdbcColumn> selected = new ArrayList<>();
        List<Column> delivered = new ArrayList<>();
        for (String name : table.key()) {
            for (int i = 0; i < columns.size(); i++) {
                if (table.columns().get(i).name().equals(name)) {
                    selected.add(columns.get(i).numbered(selected.size() + 1));
                    delivered.add(table.columns().get(i));
                }
            }
        }
        return new JdbcShape(selected, order, new RawTable(table.name(), table.key(), delivered), changed);
    }
}
