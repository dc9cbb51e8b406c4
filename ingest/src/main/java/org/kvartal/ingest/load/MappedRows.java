package org.kvartal.ingest.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.lake.LakeSession;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.quality.MappedRow;
import org.kvartal.ingest.quality.Rule;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

/**
 * The rows that mappings give for one clean table, in the table's types, sorted by its key.
 *
 * <p>Spark shapes and sorts; what follows is done row by row as they stream past, in bounded memory: judging a row takes
 * microseconds, a Spark plan that judges takes seconds to compile, for each of thirty tables.
 */
final class MappedRows {
    private static final String TEXT_OF = "_text_of_";
    private static final String BREAKS = "_breaks_";
    private static final Set<String> TECHNICAL = Set.of("_source_file", "_source_line", "_filter", "_repair");

    private final TableSpec table;
    private final List<Rule> rules;
    private final AsOf asOf;

    MappedRows(TableSpec table, List<Rule> rules, AsOf asOf) {
        this.table = table;
        this.rules = List.copyOf(rules);
        this.asOf = asOf;
    }

    /**
     * Names the mapped columns after the clean table, prefixes ids and converts types. A value that cannot be converted
     * becomes null and is kept as text beside it.
     */
    Dataset<Row> conform(Dataset<Row> mapped, String source) {
        Set<String> present = Set.of(mapped.columns());
        requireKnownColumns(mapped, source);
        List<Column> columns = new ArrayList<>();
        for (org.kvartal.ingest.lake.Column declared : table.columns()) {
            boolean absent = !present.contains(declared.name());
            boolean isText =
                    absent || mapped.schema().apply(declared.name()).dataType().equals(DataTypes.StringType);
            Column value = absent ? lit(null).cast("string") : col(declared.name());
            columns.add(typed(declared, value, isText, source).as(declared.name()));
            columns.add(
                    (isText && converts(declared) ? value : lit(null).cast("string")).as(TEXT_OF + declared.name()));
        }
        columns.add(lit(source).as("_source"));
        columns.add(technical(present, "_source_file", "string"));
        columns.add(technical(present, "_source_line", "bigint"));
        columns.add(technical(present, "_filter", "string"));
        columns.add(technical(present, "_repair", "string"));
        return mapped.select(columns.toArray(Column[]::new));
    }

    private void requireKnownColumns(Dataset<Row> mapped, String source) {
        Arrays.stream(mapped.columns())
                .filter(name ->
                        !TECHNICAL.contains(name) && !table.columnNames().contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("Invalid mapping of " + table.name() + " in source " + source
                            + ": column " + unknown + " is not one of " + table.columnNames());
                });
    }

    private static boolean converts(org.kvartal.ingest.lake.Column declared) {
        return declared.type() != ColumnType.TEXT && declared.type() != ColumnType.ID;
    }

    /** Other types than text are converted as they are: their text would lose the hour that a clock repeats. */
    private static Column typed(org.kvartal.ingest.lake.Column declared, Column value, boolean isText, String source) {
        return switch (declared.type()) {
            case TEXT -> value.cast("string");
            case ID -> concat(lit(source + ":"), trim(value.cast("string")));
            default -> (isText ? trim(value) : value).try_cast(declared.type().sqlType());
        };
    }

    private static Column technical(Set<String> present, String name, String type) {
        return (present.contains(name) ? col(name) : lit(null)).cast(type).as(name);
    }

    /** Hands over every row, sorted by key and then by its place in the source. */
    void forEach(Dataset<Row> conformed, Consumer<MappedRow> consumer) {
        Iterator<Row> rows = sorted(judged(conformed)).toLocalIterator();
        while (rows.hasNext()) {
            consumer.accept(mapped(rows.next()));
        }
    }

    /** Adds what each rule of the configuration says, and the rule {@code after-as-of}. */
    private Dataset<Row> judged(Dataset<Row> conformed) {
        Dataset<Row> dated = conformed.withColumn("as_of", lit(asOf.date())).withColumn("as_of_end", lit(asOf.end()));
        List<Column> columns = new ArrayList<>();
        Stream.of(conformed.columns())
                .filter(name -> !name.equals("_filter"))
                .map(functions::col)
                .forEach(columns::add);
        columns.add(coalesce(col("_filter"), notYetKnown()).as("_filter"));
        for (int i = 0; i < rules.size(); i++) {
            columns.add(coalesce(expr(rules.get(i).fails()), lit(false)).as(BREAKS + i));
        }
        return dated.select(columns.toArray(Column[]::new));
    }

    private Column notYetKnown() {
        return table.columns().stream()
                .filter(org.kvartal.ingest.lake.Column::creation)
                .map(column -> when(col(column.name()).cast("timestamp").geq(col("as_of_end")), lit("after-as-of")))
                .reduce((first, second) -> coalesce(first, second))
                .orElse(lit(null).cast("string"));
    }

    private Dataset<Row> sorted(Dataset<Row> rows) {
        Column print = xxhash64(table.columnNames().stream().map(functions::col).toArray(Column[]::new));
        Column[] order = Stream.concat(
                        table.key().stream().map(functions::col),
                        Stream.of(col("_source_file"), col("_source_line"), print))
                .toArray(Column[]::new);
        return rows.repartition(1).sortWithinPartitions(order);
    }

    private MappedRow mapped(Row row) {
        int width = table.columns().size();
        @Nullable Object[] values = new Object[width];
        @Nullable String[] texts = new String[width];
        for (int i = 0; i < width; i++) {
            values[i] = LakeSession.lakeValue(row.get(2 * i));
            texts[i] = row.getString(2 * i + 1);
        }
        boolean[] broken = new boolean[rules.size()];
        for (int i = 0; i < broken.length; i++) {
            broken[i] = row.<Boolean>getAs(BREAKS + i);
        }
        return new MappedRow(
                values,
                texts,
                broken,
                row.getAs("_source"),
                row.getAs("_source_file"),
                row.getAs("_source_line"),
                row.getAs("_filter"),
                row.getAs("_repair"));
    }
}
