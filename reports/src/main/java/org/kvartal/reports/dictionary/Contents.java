package org.kvartal.reports.dictionary;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.lake.Sensitivity;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.fact.Characters;

/**
 * What a look at the rows of a published table tells: some values of each column, and the newest day. No value that tells
 * a person apart is an example, nor any value of a row that is of one person, nor any text of a row that was kept out.
 *
 * @param examples up to three values by column, of the first rows as they are stored
 * @param newest the latest day in {@code newestColumn} that is not after the as-of date; none without such a column
 */
record Contents(Map<String, List<String>> examples, Optional<LocalDate> newest, String newestColumn) {
    private static final int ROWS = 200;
    private static final int EXAMPLES = 3;
    private static final int LONGEST = 40;

    Contents {
        examples = Map.copyOf(examples);
    }

    static Contents of(TableSpec table, Datasets datasets, LocalDate asOf) {
        Optional<Column> day = tellsTheDay(table);
        return new Contents(
                examples(table, datasets),
                day.flatMap(column -> newest(table, column, datasets, asOf)),
                day.map(Column::name).orElse(""));
    }

    private static Map<String, List<String>> examples(TableSpec table, Datasets datasets) {
        boolean ofPersons =
                table.key().stream().anyMatch(name -> table.column(name).sensitivity() == Sensitivity.PERSON);
        List<String> columns = table.columns().stream()
                .filter(column -> !ofPersons && mayBeShown(table, column))
                .map(Column::name)
                .toList();
        Map<String, List<String>> examples = new LinkedHashMap<>();
        if (columns.isEmpty()) {
            return examples;
        }
        String texts = columns.stream()
                .map(name -> "cast(" + quoted(name) + " as varchar)")
                .collect(Collectors.joining(", "));
        columns.forEach(name -> examples.put(name, new ArrayList<>()));
        datasets.query("select " + texts + " from " + from(table) + " limit " + ROWS, rows -> {
            while (rows.next()) {
                for (int i = 0; i < columns.size(); i++) {
                    add(examples.get(columns.get(i)), rows.getString(i + 1));
                }
            }
        });
        return examples;
    }

    private static void add(List<String> examples, @Nullable String value) {
        if (value == null || value.isBlank() || examples.size() == EXAMPLES) {
            return;
        }
        String shown = Characters.shortened(Characters.printable(value).strip(), LONGEST);
        if (!examples.contains(shown)) {
            examples.add(shown);
        }
    }

    private static boolean mayBeShown(TableSpec table, Column column) {
        boolean text = column.type() == ColumnType.TEXT || column.type() == ColumnType.ID;
        boolean raw =
                table.namespace().equals("quarantine") || table.namespace().equals("quality");
        boolean free = List.of("key", "value", "row", "reason", "scope").contains(column.name());
        return column.sensitivity() != Sensitivity.PERSON && !(raw && text && free);
    }

    /** The column that tells when a row came into being, else the day in its key, else its first day. */
    private static Optional<Column> tellsTheDay(TableSpec table) {
        Stream<Column> creation = table.columns().stream().filter(Column::creation);
        Stream<Column> key = table.key().stream().map(table::column);
        return Stream.of(creation, key, table.columns().stream())
                .flatMap(columns -> columns)
                .filter(column -> column.type() == ColumnType.DATE || column.type() == ColumnType.INSTANT)
                .findFirst();
    }

    private static Optional<LocalDate> newest(TableSpec table, Column day, Datasets datasets, LocalDate asOf) {
        String date = "cast(" + quoted(day.name()) + " as date)";
        List<LocalDate> found = new ArrayList<>();
        datasets.query(
                "select cast(max(" + date + ") as varchar) from " + from(table) + " where " + date + " <= date '" + asOf
                        + "'",
                rows -> addDays(rows, found));
        return found.stream().findFirst();
    }

    private static void addDays(java.sql.ResultSet rows, List<LocalDate> days) throws SQLException {
        while (rows.next()) {
            String day = rows.getString(1);
            if (day != null) {
                days.add(LocalDate.parse(day));
            }
        }
    }

    private static String from(TableSpec table) {
        return quoted(table.namespace()) + "." + quoted(table.name());
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
