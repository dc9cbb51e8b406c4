package org.kvartal.ingest.sql;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters$;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.InterpretedOrdering;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Function1;

/**
 * Rows in memory, as Spark has them within a plan. What is asked of them is computed here, by Spark's own expressions: a
 * session, a plan and its compilation cost a small table more than its rows do.
 *
 * @param zone where a day begins and ends
 */
public record LocalTable(StructType schema, List<InternalRow> rows, ZoneId zone) {

    /** The columns of each row, in the order of the rows. */
    public LocalTable select(List<Column> columns) {
        return new LocalPlan(zone).select(this, columns);
    }

    /**
     * The result of a query.
     *
     * @param tables what the query reads, by the names that it uses
     * @return nothing for a query that takes more than columns, conditions and joins
     */
    public static Optional<LocalTable> query(
            SqlQuery query, Map<String, LocalTable> tables, Map<String, Object> parameters, ZoneId zone) {
        return new LocalPlan(zone).query(query, tables, parameters);
    }

    /** These rows, then those of another table with as many columns of the same types. */
    public LocalTable union(LocalTable other) {
        List<InternalRow> all = new ArrayList<>(rows);
        all.addAll(other.rows);
        return new LocalTable(schema, all, zone);
    }

    /** Sorts the rows by columns, as Spark does: empty values first, text by its bytes. */
    public LocalTable sorted(List<Column> by) {
        LocalTable keys = select(by);
        List<DataType> types = List.of(keys.schema.fields()).stream()
                .map(StructField::dataType)
                .toList();
        InterpretedOrdering ordering = LocalPlan.ordering(types);
        return new LocalTable(
                schema,
                IntStream.range(0, rows.size())
                        .boxed()
                        .sorted(Comparator.comparing(keys.rows::get, ordering))
                        .map(rows::get)
                        .toList(),
                zone);
    }

    /** A row as Spark hands it over. */
    public Iterable<Row> external() {
        Function1<Object, Object> converter =
                new LocalPlan(zone).in(() -> CatalystTypeConverters$.MODULE$.createToScalaConverter(schema));
        return () -> rows.stream().map(row -> (Row) converter.apply(row)).iterator();
    }
}
