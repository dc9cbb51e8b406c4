package org.kvartal.ingest.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.model.FiscalCalendar;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of SQL models by rows given and rows expected. Register it with {@code @ExtendWith(GivenExpect.class)}: each
 * test then starts with every clean table empty, the zone UTC, and the fiscal year of the civil calendar.
 */
public final class GivenExpect implements BeforeEachCallback {
    private static final int DECIMALS = 4;
    private static final String SHARED = "mart";
    private static final String ZONE = "spark.sql.session.timeZone";
    private static final SparkSession SPARK = TestSession.spark();
    private static final LocalSql LOCAL = LocalSql.open(ZoneOffset.UTC, Path.of(System.getProperty("java.io.tmpdir")));
    private static final GivenTables TABLES = new GivenTables(SPARK, LOCAL);

    @Override
    public void beforeEach(ExtensionContext context) {
        TABLES.empty();
        zone("UTC");
    }

    /** The zone in which local days are counted; tables given afterwards have their instants in it. */
    public static void zone(String zone) {
        SPARK.conf().set(ZONE, zone);
        LOCAL.zone(ZoneId.of(zone));
    }

    /** The fiscal calendar of the test; without it the year begins in January. */
    public static void fiscalCalendar(FiscalCalendar calendar) {
        TABLES.fiscalCalendar(calendar);
    }

    /** Declares a table that is no clean one, for the models that read it; empty until it is given rows. */
    public static void declare(TableSpec spec) {
        TABLES.declare(spec);
    }

    /** Rows of a clean table, of {@code previous.opportunities} or of one declared; columns left out are empty. */
    public static void given(String table, String rows) {
        TABLES.fill(table, TextTable.parse(rows));
    }

    /** The table that a model makes of what is given, for the models that read it. */
    public static void given(SqlModel model, String asOf) {
        Dataset<Row> rows = model.run(SPARK, parameters(asOf));
        TableSpec spec = model.spec(rows.schema());
        if (spec.namespace().equals(SHARED)) {
            assertThat(LOCAL.run(model, parameters(asOf)))
                    .as("declaration of " + model + " by DuckDB")
                    .isEqualTo(spec);
        }
        TABLES.declare(spec);
        TABLES.fill(spec.qualifiedName(), new TextTable(spec.columnNames(), cells(rows)));
    }

    /**
     * Asserts all rows of the model's table, in any order. Columns that are not named are not compared; measurements are
     * compared to four decimals.
     */
    public static void expect(SqlModel model, String asOf, String rows) {
        TextTable expected = TextTable.parse(rows);
        Dataset<Row> result = model.run(SPARK, parameters(asOf));
        TableSpec spec = model.spec(result.schema());
        Column[] compared = expected.columns().stream().map(functions::col).toArray(Column[]::new);
        TextTable actual = new TextTable(expected.columns(), cells(result.select(compared)));
        assertThat(rounded(actual, spec).print())
                .isEqualTo(rounded(expected, spec).print());
        if (spec.namespace().equals(SHARED)) {
            expectLocally(model, asOf, expected, spec);
        }
        assertThat(model.repeated(result).collectAsList())
                .as("values of the grain of " + model + " that several rows have")
                .isEmpty();
    }

    /** A model that both engines run gives the same table in both. */
    private static void expectLocally(SqlModel model, String asOf, TextTable expected, TableSpec bySpark) {
        TableSpec spec = LOCAL.run(model, parameters(asOf));
        assertThat(spec).as("declaration of " + model + " by DuckDB").isEqualTo(bySpark);
        List<List<String>> rows = new ArrayList<>();
        LOCAL.each(
                "read " + model,
                expected.columns().stream()
                        .map(name -> text(spec.column(name)))
                        .collect(Collectors.joining(", ", "select ", " from " + spec.qualifiedName())),
                row -> rows.add(Arrays.stream(row)
                        .map(value -> value == null ? TextTable.NO_VALUE : value.toString())
                        .toList()));
        TextTable actual = new TextTable(expected.columns(), rows);
        assertThat(rounded(actual, spec).print())
                .as(model + " by DuckDB")
                .isEqualTo(rounded(expected, spec).print());
    }

    /** As Spark writes it. */
    private static String text(org.kvartal.ingest.lake.Column column) {
        return column.type() == ColumnType.INSTANT
                ? "strftime(" + column.name() + ", '%Y-%m-%d %H:%M:%S')"
                : "cast(" + column.name() + " as varchar)";
    }

    /** The parameters of a night, in the zone of the test. */
    public static Map<String, Object> parameters(String asOf) {
        AsOf night = new AsOf(LocalDate.parse(asOf), ZoneId.of(SPARK.conf().get(ZONE)));
        return Map.of("as_of", night.date(), "as_of_end", night.end());
    }

    private static List<List<String>> cells(Dataset<Row> rows) {
        List<String> texts = List.of(rows.columns());
        return rows
                .select(texts.stream()
                        .map(name -> functions.col(name).cast("string"))
                        .toArray(Column[]::new))
                .collectAsList()
                .stream()
                .map(row -> IntStream.range(0, texts.size())
                        .mapToObj(i -> row.isNullAt(i) ? TextTable.NO_VALUE : row.getString(i))
                        .toList())
                .toList();
    }

    private static TextTable rounded(TextTable table, TableSpec spec) {
        List<ColumnType> types =
                table.columns().stream().map(name -> spec.column(name).type()).toList();
        return new TextTable(
                table.columns(),
                table.rows().stream()
                        .map(row -> IntStream.range(0, types.size())
                                .mapToObj(i -> rounded(row.get(i), types.get(i)))
                                .toList())
                        .toList());
    }

    private static String rounded(String cell, ColumnType type) {
        if (type != ColumnType.NUMBER || cell.equals(TextTable.NO_VALUE)) {
            return cell;
        }
        return new BigDecimal(cell)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
