package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.TableSpec;

/** Rows of tables of the lake as text: the first line names columns, a dash is no value, times are in UTC, days stand for noon. */
final class LakeRows {
    private LakeRows() {}

    static void store(Lake lake, TableSpec table, String text) {
        List<String> lines = text.lines().toList();
        List<String> columns = cells(lines.get(0));
        Stream<Object[]> rows = lines.stream().skip(1).map(line -> row(table, columns, cells(line)));
        lake.replace(table, rows);
    }

    /** The named columns of all rows, in the order in which they are stored. */
    static List<String> read(Lake lake, TableSpec table, String... columns) {
        return lake.rows(table).stream()
                .map(row -> String.join(
                        " ",
                        Arrays.stream(columns)
                                .map(column -> printed(row, column))
                                .toList()))
                .toList();
    }

    private static String printed(Record row, String column) {
        Object value = row.getField(column);
        return value == null
                ? "-"
                : value instanceof Double number
                        ? String.valueOf(Math.round(number * 10_000) / 10_000.0)
                        : value.toString();
    }

    private static List<String> cells(String line) {
        return List.of(line.strip().split("\\s{2,}"));
    }

    private static Object[] row(TableSpec table, List<String> columns, List<String> cells) {
        @Nullable Object[] row = new Object[table.columns().size()];
        for (int i = 0; i < columns.size(); i++) {
            row[table.columnNames().indexOf(columns.get(i))] = value(table.column(columns.get(i)), cells.get(i));
        }
        return row;
    }

    private static @Nullable Object value(Column column, String cell) {
        if (cell.equals("-")) {
            return null;
        }
        return switch (column.type().sqlType()) {
            case "timestamp" -> OffsetDateTime.of(time(cell), ZoneOffset.UTC);
            case "boolean" -> Boolean.valueOf(cell);
            case "date" -> LocalDate.parse(cell);
            case "bigint" -> Long.valueOf(cell);
            case "double" -> Double.valueOf(cell);
            case "string" -> cell;
            default -> new BigDecimal(cell);
        };
    }

    private static LocalDateTime time(String cell) {
        return cell.contains("T")
                ? LocalDateTime.parse(cell)
                : LocalDate.parse(cell).atTime(LocalTime.NOON);
    }
}
