package org.kvartal.ingest.sql;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.crm.FiscalDays;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.model.FiscalCalendar;

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

    private static final FiscalCalendar CIVIL = new FiscalCalendar(1);
    private static final LocalDate MIDDLE_OF_TESTS = LocalDate.of(2024, 6, 30);

    private final SparkSession spark;
    private final LocalSql local;
    private final Map<String, TableSpec> declared = new HashMap<>();
    private final Set<String> filled = new TreeSet<>();

    private FiscalCalendar calendar = CIVIL;

    GivenTables(SparkSession spark, LocalSql local) {
        this.spark = spark;
        this.local = local;
        CrmTables.ALL.forEach(this::declare);
        declare(PREVIOUS_OPPORTUNITIES);
        spark.sql("create database if not exists " + FiscalDays.TABLE.namespace());
        writeFiscalDays();
    }

    void fiscalCalendar(FiscalCalendar wanted) {
        if (!wanted.equals(calendar)) {
            calendar = wanted;
            writeFiscalDays();
        }
    }

    /** Too many rows for a view on literals: they are written, as seldom as possible. */
    private void writeFiscalDays() {
        List<Row> rows = FiscalDays.around(new AsOf(MIDDLE_OF_TESTS, ZoneOffset.UTC), calendar)
                .map(RowFactory::create)
                .toList();
        String columns = FiscalDays.TABLE.columns().stream()
                .map(column -> column.name() + " " + column.type().sqlType())
                .collect(Collectors.joining(", "));
        spark.createDataFrame(rows, StructType.fromDDL(columns))
                .coalesce(1)
                .write()
                .mode("overwrite")
                .saveAsTable(FiscalDays.TABLE.qualifiedName());
        String file =
                spark.table(FiscalDays.TABLE.qualifiedName()).inputFiles()[0].replaceFirst("^file:(//)?", "");
        local.define(FiscalDays.TABLE.qualifiedName(), "select * from read_parquet('" + file + "')");
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
        fiscalCalendar(CIVIL);
    }

    private void createView(TableSpec spec, TextTable table) {
        spark.sql("create or replace view " + spec.qualifiedName() + " as "
                + query(spec, table, ColumnType::sqlType, "\\'"));
        local.define(spec.qualifiedName(), query(spec, table, LocalSql::typeName, "''"));
    }

    private static String query(TableSpec spec, TextTable table, Function<ColumnType, String> type, String quote) {
        String columns = spec.columns().stream()
                .map(column -> selected(column, table, type))
                .collect(Collectors.joining(", "));
        return "select " + columns + " from " + from(table, quote);
    }

    private static String selected(Column column, TextTable table, Function<ColumnType, String> type) {
        int at = table.rows().isEmpty() ? -1 : table.columns().indexOf(column.name());
        String value = at < 0 ? "null" : "given.c" + at;
        return "cast(" + value + " as " + type.apply(column.type()) + ") as " + column.name();
    }

    private static String from(TextTable table, String quote) {
        if (table.rows().isEmpty()) {
            return "(values (0)) as none (n) where n > 0";
        }
        String names = IntStream.range(0, table.columns().size())
                .mapToObj(i -> "c" + i)
                .collect(Collectors.joining(", "));
        return table.rows().stream()
                .map(row -> row.stream().map(cell -> literal(cell, quote)).collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", ", "(values ", ") as given (" + names + ")"));
    }

    private static String literal(String cell, String quote) {
        return cell.equals(TextTable.NO_VALUE) ? "null" : "'" + cell.replace("'", quote) + "'";
    }
}
