package org.kvartal.ingest.load;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.crm.PersonTables;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.lake.LakeSession;
import org.kvartal.ingest.lake.Sensitivity;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.quality.Judge;
import org.kvartal.ingest.quality.MappedRow;
import org.kvartal.ingest.quality.RowOrigin;
import org.kvartal.ingest.quality.RowRemarks;
import org.kvartal.ingest.quality.Rule;
import org.kvartal.ingest.sql.LocalTable;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.substring_index;
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
    private static final String RANK = "_rank";
    private static final int NEVER_MONTHS = 240;
    private static final String EXCHANGE = "_exchange";
    private static final Set<String> TECHNICAL =
            Set.of("_source_file", "_source_line", "_filter", "_repair", "_derived", "_currency", "_rate_day");

    private final TableSpec table;
    private final List<Rule> rules;
    private final Terms terms;
    private final Supplier<ExchangeRates> rates;

    /** @param rates asked for when a mapping says in which currency its money stands */
    MappedRows(TableSpec table, List<Rule> rules, Terms terms, Supplier<ExchangeRates> rates) {
        this.table = table;
        this.rules = List.copyOf(rules);
        this.terms = terms;
        this.rates = rates;
    }

    /**
     * Names the mapped columns after the clean table, prefixes ids, converts types and currencies. A value that cannot
     * be converted to its type becomes null and is kept as text beside it.
     *
     * @param rank the position of the source in the configuration
     */
    Dataset<Row> conform(Dataset<Row> mapped, String source, int rank) {
        return mapped.select(conformed(mapped.schema(), source, rank).toArray(Column[]::new));
    }

    /** The same of rows in memory. */
    LocalTable conform(LocalTable mapped, String source, int rank) {
        return mapped.select(conformed(mapped.schema(), source, rank));
    }

    private List<Column> conformed(StructType mapped, String source, int rank) {
        Set<String> present = Set.of(mapped.fieldNames());
        requireKnownColumns(present, source);
        Column currency = technical(present, "_currency", "string");
        Column rateDay = coalesce(
                technical(present, "_rate_day", "date"), lit(terms.asOf().date()));
        boolean converts = present.contains("_currency");
        List<Column> columns = new ArrayList<>();
        for (org.kvartal.ingest.lake.Column declared : table.columns()) {
            boolean absent = !present.contains(declared.name());
            boolean isText = absent || mapped.apply(declared.name()).dataType().equals(DataTypes.StringType);
            Column value = absent ? lit(null).cast("string") : col(declared.name());
            Column typed = typed(declared, value, isText, source);
            columns.add((converts && isConverted(declared) ? inProjectCurrency(typed, currency, rateDay) : typed)
                    .as(declared.name()));
            columns.add((isText && converts(declared)
                            ? when(typed.isNull(), value)
                            : lit(null).cast("string"))
                    .as(TEXT_OF + declared.name()));
        }
        columns.add(lit(source).as("_source"));
        columns.add(lit(rank).as(RANK));
        columns.add(technical(present, "_source_file", "string"));
        columns.add(technical(present, "_source_line", "bigint"));
        columns.add(technical(present, "_filter", "string"));
        columns.add(technical(present, "_repair", "string"));
        columns.add(
                coalesce(technical(present, "_derived", "boolean"), lit(false)).as("_derived"));
        columns.add(
                (converts ? rates.get().remark(currency, rateDay) : lit(null).cast("string")).as(EXCHANGE));
        return columns;
    }

    private static boolean isConverted(org.kvartal.ingest.lake.Column declared) {
        return declared.type() == ColumnType.MONEY
                && declared.unit().equals(org.kvartal.ingest.lake.Column.PROJECT_CURRENCY);
    }

    private Column inProjectCurrency(Column money, Column currency, Column day) {
        return money.multiply(rates.get().rate(currency, day)).try_cast(ColumnType.MONEY.sqlType());
    }

    /** Who stands behind which pseudonym, as {@link PersonTables#PERSONS} has it. */
    Dataset<Row> persons(Dataset<Row> mapped, String source) {
        Set<String> present = Set.of(mapped.columns());
        Column id = id(col(table.key().get(0)), source);
        return mapped.select(
                lit(table.name()).as("table"),
                terms.pseudonyms().ofId(id).as("pseudonym"),
                terms.pseudonyms().nameOf(id).as("pseudonym_name"),
                id.as("person_id"),
                technical(present, "name", "string"),
                technical(present, "email", "string"));
    }

    private void requireKnownColumns(Set<String> mapped, String source) {
        mapped.stream()
                .sorted()
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
    private Column typed(org.kvartal.ingest.lake.Column declared, Column value, boolean isText, String source) {
        return switch (declared.type()) {
            case TEXT -> text(declared, value.cast("string"), source);
            case ID -> isOfPerson(declared) ? terms.pseudonyms().ofId(id(value, source)) : id(value, source);
            default -> (isText ? trim(value) : value).try_cast(declared.type().sqlType());
        };
    }

    private Column text(org.kvartal.ingest.lake.Column declared, Column text, String source) {
        if (!isOfPerson(declared)) {
            return CrmTables.changedBy(table)
                    .filter(changed -> CrmTables.CHANGED_VALUES.contains(declared.name()))
                    .map(changed -> changedValue(changed, text, source))
                    .orElse(text);
        }
        org.kvartal.ingest.lake.Column key = table.column(table.key().get(0));
        boolean isName = declared.name().equals("name") && isOfPerson(key);
        return isName
                ? when(text.isNotNull(), terms.pseudonyms().nameOf(id(col(key.name()), source)))
                : terms.pseudonyms().ofText(text);
    }

    /** A table of changes keeps the values of many columns as text; ids among them are those of other tables. */
    private Column changedValue(TableSpec changed, Column text, String source) {
        List<org.kvartal.ingest.lake.Column> ids = changed.columns().stream()
                .filter(column -> column.type() == ColumnType.ID)
                .toList();
        Object[] open = names(ids, column -> !isOfPerson(column));
        Object[] ofPersons = names(ids, MappedRows::isOfPerson);
        Column field = col("field");
        return when(field.isin(ofPersons), terms.pseudonyms().ofId(id(text, source)))
                .when(field.isin(open), id(text, source))
                .otherwise(text);
    }

    private static Object[] names(
            List<org.kvartal.ingest.lake.Column> columns, Predicate<org.kvartal.ingest.lake.Column> which) {
        return columns.stream()
                .filter(which)
                .map(org.kvartal.ingest.lake.Column::name)
                .toArray();
    }

    private static boolean isOfPerson(org.kvartal.ingest.lake.Column column) {
        return column.sensitivity() == Sensitivity.PERSON;
    }

    /** An id that bears the name of a source is one of that source: so files name the rows of databases. */
    private Column id(Column value, String source) {
        Column bare = nullif(trim(value.cast("string")), lit(""));
        Column prefixed = concat(lit(source + ":"), bare);
        Object[] others =
                terms.sources().stream().filter(name -> !name.equals(source)).toArray();
        return others.length == 0
                ? prefixed
                : when(bare.contains(":").and(substring_index(bare, ":", 1).isin(others)), bare)
                        .otherwise(prefixed);
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

    /** The same of rows in memory. */
    void forEach(LocalTable conformed, Consumer<MappedRow> consumer) {
        List<Column> columns = judgements(conformed.schema().fieldNames(), firstRank(conformed));
        conformed
                .select(dated(conformed.schema().fieldNames()))
                .select(columns)
                .sorted(order())
                .external()
                .forEach(row -> consumer.accept(mapped(row)));
    }

    private List<Column> dated(String[] conformed) {
        List<Column> columns = new ArrayList<>();
        Stream.of(conformed).map(functions::col).forEach(columns::add);
        columns.add(lit(terms.asOf().date()).as("as_of"));
        columns.add(lit(terms.asOf().end()).as("as_of_end"));
        return columns;
    }

    /** The source that comes first for the currency of a row; the cases are as few as the currencies. */
    private Column firstRank(LocalTable conformed) {
        Map<String, Integer> first = new TreeMap<>();
        if (table.equals(CrmTables.EXCHANGE_RATES)) {
            for (Row row : conformed
                    .select(List.of(col("currency"), col(RANK), col("_filter")))
                    .external()) {
                if (!row.isNullAt(0) && row.isNullAt(2)) {
                    first.merge(row.getString(0), row.getInt(1), Math::min);
                }
            }
        }
        Column rank = lit(null).cast("int");
        for (Map.Entry<String, Integer> entry : first.entrySet()) {
            rank = when(col("currency").equalTo(entry.getKey()), lit(entry.getValue()))
                    .otherwise(rank);
        }
        return rank;
    }

    /** Adds what each rule of the configuration says, and the rule {@code after-as-of}. */
    private Dataset<Row> judged(Dataset<Row> conformed) {
        Column first = min(when(col("_filter").isNull(), col(RANK))).over(Window.partitionBy("currency"));
        Column firstRank =
                table.equals(CrmTables.EXCHANGE_RATES) ? first : lit(null).cast("int");
        return conformed
                .select(dated(conformed.columns()).toArray(Column[]::new))
                .select(judgements(conformed.columns(), firstRank).toArray(Column[]::new));
    }

    private List<Column> judgements(String[] conformed, Column firstRank) {
        List<Column> columns = new ArrayList<>();
        Stream.of(conformed)
                .filter(name -> !name.equals("_filter"))
                .map(functions::col)
                .forEach(columns::add);
        // All rates of a currency come from one source: those of two are never mixed.
        Column known = when(col(RANK).gt(firstRank), lit(Judge.OTHER_SOURCE));
        columns.add(coalesce(col("_filter"), notYetKnown(), known).as("_filter"));
        for (int i = 0; i < rules.size(); i++) {
            columns.add(coalesce(expr(rules.get(i).fails()), lit(false)).as(BREAKS + i));
        }
        return columns;
    }

    /** What came into being after the as-of date is for later nights; what is dated far ahead is left to the rules. */
    private Column notYetKnown() {
        return table.columns().stream()
                .filter(org.kvartal.ingest.lake.Column::creation)
                .map(column -> col(column.name()).cast("timestamp"))
                .map(created -> when(
                        created.geq(col("as_of_end"))
                                .and(created.lt(
                                        add_months(col("as_of"), NEVER_MONTHS).cast("timestamp"))),
                        lit("after-as-of")))
                .reduce((first, second) -> coalesce(first, second))
                .orElse(lit(null).cast("string"));
    }

    private Dataset<Row> sorted(Dataset<Row> rows) {
        return rows.repartition(1).sortWithinPartitions(order().toArray(Column[]::new));
    }

    private List<Column> order() {
        Column print = xxhash64(table.columnNames().stream().map(functions::col).toArray(Column[]::new));
        return Stream.concat(
                        table.key().stream().map(functions::col),
                        Stream.of(col(RANK), col("_source_file"), col("_source_line"), print))
                .toList();
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
        RowOrigin origin = new RowOrigin(
                row.getAs("_source"), row.getAs("_source_file"), row.getAs("_source_line"), row.getAs("_derived"));
        RowRemarks remarks = new RowRemarks(row.getAs("_filter"), row.getAs("_repair"), row.getAs(EXCHANGE));
        return new MappedRow(values, texts, broken, origin, remarks);
    }
}
