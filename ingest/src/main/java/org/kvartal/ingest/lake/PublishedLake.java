package org.kvartal.ingest.lake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Types;

/** The tables as they were published as of one date. */
public final class PublishedLake {
    private final LocalDate asOf;
    private final Function<TableSpec, Optional<Table>> tables;

    PublishedLake(LocalDate asOf, Function<TableSpec, Optional<Table>> tables) {
        this.asOf = asOf;
        this.tables = tables;
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** The columns that a table has by now, with their types; none of a table that there is not. */
    public List<Column> columns(TableSpec spec) {
        return tables.apply(spec)
                .map(table -> table.schema().columns().stream()
                        .map(PublishedLake::column)
                        .toList())
                .orElse(List.of());
    }

    private static Column column(Types.NestedField field) {
        return Column.of(field.name(), ColumnType.of(field.type()), "");
    }

    /** Hands over every row, one after the other. A table that was not published then has none. */
    public void scan(TableSpec spec, List<String> columns, Expression filter, Consumer<Record> consumer) {
        Optional<Table> table = tables.apply(spec);
        Optional<Snapshot> then = table.map(found -> found.snapshot(PastNights.tag(asOf)));
        if (then.isPresent()) {
            SnapshotScan.run(table.orElseThrow(), then.get(), columns, filter, scan -> scan, consumer);
        }
    }

    /** The rows that have these values. */
    public List<Record> rows(TableSpec spec, Map<String, Object> values) {
        List<Record> rows = new ArrayList<>();
        scan(
                spec,
                spec.columnNames(),
                values.entrySet().stream()
                        .map(entry -> (Expression) Expressions.equal(entry.getKey(), entry.getValue()))
                        .reduce(Expressions.alwaysTrue(), Expressions::and),
                rows::add);
        return rows;
    }
}
