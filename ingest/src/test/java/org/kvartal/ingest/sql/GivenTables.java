package org.kvartal.ingest.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.TableSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tables that tests read. They are views on literal rows in Spark's own catalog: nothing is written, so a test costs
 * what its query costs.
 */
final class GivenTables {
    /** What a night knows of the one before it, beside the clean tables of today. */
    private static final TableSpec PREVIOUS_OPPORTUNITIES = new TableSpec(
                    "previous",
                    "opportunities",
                    "Opportunities as of the last published night.",
                    CrmTables.OPPORTUNITIES.key(),
                    CrmTables.OPPORTUNITIES.columns())
            .with(Column.number("win_in_quarter", "Chance of being won in the quarter.")
                    .in("fraction 0 to 1"));

    private final SparkSession spark;
    private final Map<String, TableSpec> declared = new HashMap<>();
    private final Set<String> filled = new TreeSet<>();

    GivenTables(SparkSession spark) {
        this.spark = spark;
        CrmTables.ALL.forEach(this::declare);
        declare(PREVIOUS_OPPORTUNITIES);
    }

    void declare(TableSpec spec) {
        declared.put(spec.qualifiedName(), spec);
        spark.sql("create database if not exists " + spec.namespace());
        createView(spec, new TextTable(List.of(), List.of()));
    }

    void fill(String table, TextTable rows) {
        TableSpec spec = declared.get(table);
        assertThat(spec).as("declaration of " + table).isNotNull();
        assertThat(spec.columnNames()).containsAll(rows.columns());
        createView(spec, rows);
        filled.add(table);
    }

    void empty() {
        filled.forEach(table -> createView(declared.get(table), new TextTable(List.of(), List.of())));
        filled.clear();
    }

    private void createView(TableSpec spec, TextTable table) {
        String columns =
                spec.columns().stream().map(column -> selected(column, table)).collect(Collectors.joining(", "));
        spark.sql("create or replace view " + spec.qualifiedName() + " as select " + columns + " from " + from(table));
    }

    private static String selected(Column column, TextTable table) {
        int at = table.rows().isEmpty() ? -1 : table.columns().indexOf(column.name());
        String value = at < 0 ? "null" : "given.c" + at;
        return "cast(" + value + " as " + column.type().sqlType() + ") as `" + column.name() + "`";
    }

    private static String from(TextTable table) {
        if (table.rows().isEmpty()) {
            return "values (0) as none (n) where n > 0";
        }
        String names = IntStream.range(0, table.columns().size())
                .mapToObj(i -> "c" + i)
                .collect(Collectors.joining(", "));
        return table.rows().stream()
                .map(row -> row.stream().map(GivenTables::literal).collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", ", "values ", " as given (" + names + ")"));
    }

    private static String literal(String cell) {
        String text = cell.replace("\\", "\\\\").replace("'", "\\'");
        return cell.equals(TextTable.NO_VALUE) ? "null" : "'" + text + "'";
    }
}
