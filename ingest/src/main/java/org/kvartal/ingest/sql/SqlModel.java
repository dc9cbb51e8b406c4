package org.kvartal.ingest.sql;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.lake.StoredTable;
import org.kvartal.ingest.lake.TableSpec;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

/**
 * A table defined by one SQL text whose header declares grain, inputs and columns. A model that exists has a complete
 * header, reads exactly the tables that it declares, and reads no clock; that its result has the declared columns is
 * verified with every run.
 */
public final class SqlModel {
    private final String namespace;
    private final String name;
    private final SqlQuery query;
    private final SqlHeader header;

    /** @param name of the table, without its namespace */
    public SqlModel(String namespace, String name, SqlQuery query) {
        this.namespace = namespace;
        this.name = name;
        this.query = query;
        this.header = SqlHeaderReader.read(query);
        Purity.verify(query);
        if (!new TreeSet<>(header.inputs()).equals(query.relations())) {
            throw new IllegalArgumentException("Invalid SQL model " + query.origin()
                    + ": the header declares the inputs " + header.inputs() + ", the SQL reads " + query.relations());
        }
    }

    /** The model in a file; the table has the file's name. */
    public static SqlModel ofFile(String namespace, Path file) {
        return new SqlModel(namespace, withoutSuffix(file.getFileName().toString()), SqlQuery.ofFile(file));
    }

    /** The model in a class-path resource; the table has the resource's name. */
    public static SqlModel ofResource(String namespace, ClassLoader loader, String path) {
        return new SqlModel(
                namespace, withoutSuffix(path.substring(path.lastIndexOf('/') + 1)), SqlQuery.ofResource(loader, path));
    }

    public String name() {
        return name;
    }

    /** Namespace and name, as SQL writes it. */
    public String qualifiedName() {
        return namespace + "." + name;
    }

    /** The statement itself, with its header. */
    public String text() {
        return query.text();
    }

    /** The tables read, each with its namespace. */
    public List<String> inputs() {
        return header.inputs();
    }

    /** The columns that together tell rows apart. */
    public List<String> grain() {
        return header.grain();
    }

    /** Where the rows behind a row stand, if the header declares it. */
    public Optional<Drill> drill() {
        return Optional.ofNullable(header.drill());
    }

    public List<String> columnNames() {
        return header.columnNames();
    }

    /** The file or resource that holds the statement. */
    public String origin() {
        return query.origin();
    }

    /** The rows, in the types of the lake: sums of money come back as money, whatever precision SQL gave them. */
    public Dataset<Row> run(SparkSession spark, Map<String, Object> parameters) {
        Dataset<Row> rows = query.run(spark, parameters);
        TableSpec spec = spec(rows.schema());
        return rows.select(spec.columns().stream()
                .map(column -> col(column.name()).cast(column.type().sqlType()))
                .toArray(org.apache.spark.sql.Column[]::new));
    }

    /** The declaration of the table: names, units and meaning from the header, types from a result. */
    public TableSpec spec(StructType result) {
        return spec(
                List.of(result.fieldNames()),
                Arrays.stream(result.fields())
                        .map(field -> LakeTypes.of(field)
                                .orElseThrow(() -> unknownType(
                                        field.name(), field.dataType().simpleString())))
                        .toList());
    }

    /** The declaration of the table as it was stored, in whatever order its columns came to it. */
    public TableSpec spec(StoredTable stored) {
        Map<String, ColumnType> types = stored.columns().stream().collect(Collectors.toMap(Column::name, Column::type));
        List<String> names =
                header.columnNames().stream().filter(types::containsKey).toList();
        return spec(names, names.stream().map(types::get).toList());
    }

    /** The same of a result with these columns. */
    TableSpec spec(List<String> names, List<ColumnType> types) {
        if (!names.equals(header.columnNames())) {
            throw new IllegalArgumentException("Invalid SQL model " + query.origin()
                    + ": the header declares the columns " + header.columnNames() + ", the SQL selects " + names);
        }
        List<Column> columns = IntStream.range(0, names.size())
                .mapToObj(i -> column(header.columns().get(i), types.get(i)))
                .toList();
        return new TableSpec(namespace, name, header.description(), header.grain(), columns);
    }

    IllegalArgumentException unknownType(String column, String type) {
        return new IllegalArgumentException("Invalid SQL model " + query.origin() + ": column " + column
                + " has the type " + type.toLowerCase(Locale.ROOT) + ", which the lake does not have");
    }

    /** Values of the grain that more than one row has, with their {@code row_count}; empty when the grain holds. */
    public Dataset<Row> repeated(Dataset<Row> rows) {
        return rows.groupBy(
                        header.grain().stream().map(column -> col(column)).toArray(org.apache.spark.sql.Column[]::new))
                .agg(count(lit(1)).as("row_count"))
                .where(col("row_count").gt(1));
    }

    private Column column(HeaderColumn declared, ColumnType type) {
        if (LakeTypes.NUMERIC.contains(type) && declared.unit().isEmpty()) {
            throw new IllegalArgumentException("Invalid SQL model " + query.origin() + ": column " + declared.name()
                    + " is a number and has no [unit] in the header");
        }
        return declared.ofType(type);
    }

    private static String withoutSuffix(String fileName) {
        return fileName.endsWith(".sql") ? fileName.substring(0, fileName.length() - 4) : fileName;
    }

    @Override
    public String toString() {
        return qualifiedName();
    }
}
