package org.kvartal.ingest.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * A lake table as declared: schemas, checks, the data dictionary and the documentation derive from it.
 *
 * @param namespace {@code raw, crm, identity, previous, quarantine, quality, forecast} or {@code mart}
 * @param key the columns that together tell rows apart; also the order in which rows are stored
 */
public record TableSpec(String namespace, String name, String description, List<String> key, List<Column> columns) {

    public TableSpec {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        List<String> names = columns.stream().map(Column::name).toList();
        if (!names.containsAll(key)) {
            throw new IllegalArgumentException(
                    "Invalid table " + namespace + "." + name + ": key " + key + " names a column it does not have");
        }
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException(
                    "Invalid table " + namespace + "." + name + ": two columns share a name in " + names);
        }
    }

    public static TableSpec of(String namespace, String name, String description, List<String> key, Column... columns) {
        return new TableSpec(namespace, name, description, key, List.of(columns));
    }

    /** The same table with further columns behind its own. */
    public TableSpec with(Column... more) {
        List<Column> all = new ArrayList<>(columns);
        all.addAll(List.of(more));
        return new TableSpec(namespace, name, description, key, all);
    }

    /** Namespace and name, as SQL writes it. */
    public String qualifiedName() {
        return namespace + "." + name;
    }

    public TableIdentifier identifier() {
        return TableIdentifier.of(namespace, name);
    }

    public Column column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(
                        "Invalid column " + columnName + ": " + qualifiedName() + " has " + columnNames()));
    }

    /** The key of a row as people write it. */
    public String keyText(Function<String, @Nullable Object> value) {
        return key.stream()
                .map(column -> Objects.toString(value.apply(column), ""))
                .collect(Collectors.joining(" "))
                .strip();
    }

    /** Whether any of its columns tells persons apart. */
    public boolean hasPersons() {
        return columns.stream().anyMatch(column -> column.sensitivity() == Sensitivity.PERSON);
    }

    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** All columns optional: what is required is a rule of the checks, so that a breach can be reported. */
    public Schema icebergSchema() {
        Stream<Types.NestedField> fields = IntStream.range(0, columns.size())
                .mapToObj(i -> Types.NestedField.optional(
                        i + 1, columns.get(i).name(), columns.get(i).type().icebergType()));
        return new Schema(fields.toList());
    }
}
