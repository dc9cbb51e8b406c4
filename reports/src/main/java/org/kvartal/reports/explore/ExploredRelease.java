package org.kvartal.reports.explore;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.kvartal.reports.data.DataUnreadable;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.dictionary.PublishedDictionary;
import org.kvartal.reports.publish.Releases;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

/**
 * A release at the prompt. Tables are read when they are asked for. Amounts and rates, which are exact decimals in the
 * datasets, arrive as doubles: Tablesaw has no column of decimals. A double holds every amount below 90 million million
 * to the cent, but sums of doubles may be off in the last digit; {@link #value} gives sums that are exact.
 */
public final class ExploredRelease implements AutoCloseable {
    private final ReleaseCard card;
    private final Datasets datasets;

    private ExploredRelease(ReleaseCard card, Datasets datasets) {
        this.card = card;
        this.datasets = datasets;
    }

    public static ExploredRelease open(ReleaseCard card) {
        return new ExploredRelease(card, Datasets.open(card.folder().resolve(Releases.DATA)));
    }

    /** The names of all tables, as {@code mart.bookings_by_month}. */
    public List<String> names() {
        return datasets.table(
                        "names", "select table_schema || '.' || table_name from information_schema.tables order by 1")
                .stringColumn(0)
                .asList();
    }

    /** What there is: every table with its meaning, grain and number of rows. */
    public Table tables() {
        return dictionary().tables();
    }

    /** What the columns of a table mean, with type and unit. */
    public Table columns(String name) {
        requireKnown(name);
        return dictionary().columns(name);
    }

    private DictionaryTables dictionary() {
        return new DictionaryTables(PublishedDictionary.in(card.folder().resolve(Releases.DATA))
                .orElseThrow(() -> new DataUnreadable(
                        "Cannot describe " + card.folder() + ": it has no dictionary of this version", null)));
    }

    /** A table, whole. */
    public Table table(String name) {
        requireKnown(name);
        return read(name, "select * from " + name);
    }

    private void requireKnown(String name) {
        List<String> names = names();
        if (!names.contains(name)) {
            throw new DataUnreadable("Cannot read table " + name + ": there is none; tables() lists them", null);
        }
    }

    /** The rows of a query in DuckDB's SQL. */
    public Table sql(String query) {
        return read("(" + query.strip() + ")", query);
    }

    private Table read(String name, String query) {
        Table types = datasets.table(
                "types", "select column_name, column_type from (describe select * from (" + query + "))");
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < types.rowCount(); i++) {
            columns.append(i == 0 ? "" : ", ").append(readable(types.getString(i, 0), types.getString(i, 1)));
        }
        Table read = datasets.table(name, "select " + columns + " from (" + query + ")");
        for (int i = 0; i < types.rowCount(); i++) {
            if (types.getString(i, 1).startsWith("TIMESTAMP")) {
                read.replaceColumn(i, instants(read.longColumn(i)));
            }
        }
        return read;
    }

    private static InstantColumn instants(LongColumn micros) {
        InstantColumn instants = InstantColumn.create(micros.name());
        for (int row = 0; row < micros.size(); row++) {
            if (micros.isMissing(row)) {
                instants.appendMissing();
            } else {
                instants.append(Instant.EPOCH.plus(micros.getLong(row), ChronoUnit.MICROS));
            }
        }
        return instants;
    }

    /** A column in a type that Tablesaw knows. */
    private static String readable(String name, String type) {
        String column = '"' + name.replace("\"", "\"\"") + '"';
        if (type.startsWith("DECIMAL")) {
            return "cast(" + column + " as double) as " + column;
        }
        return switch (type) {
            case "VARCHAR", "BIGINT", "INTEGER", "DOUBLE", "BOOLEAN", "DATE" -> column;
            // The driver would shift a point in time by the zone of this machine.
            case "TIMESTAMP", "TIMESTAMP WITH TIME ZONE", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" ->
                "epoch_us(" + column + ") as " + column;
            case "TINYINT", "SMALLINT", "UTINYINT", "USMALLINT" -> "cast(" + column + " as integer) as " + column;
            case "UINTEGER", "UBIGINT", "HUGEINT" -> "cast(" + column + " as bigint) as " + column;
            case "FLOAT" -> "cast(" + column + " as double) as " + column;
            default -> "cast(" + column + " as varchar) as " + column;
        };
    }

    /** The only value of a query's only row, exact: sums of money are {@code BigDecimal}. */
    public Object value(String query) {
        Object[] row = datasets.row(query);
        if (row.length != 1) {
            throw new DataUnreadable("Cannot give one value: " + query + " gives " + row.length + " columns", null);
        }
        return row[0];
    }

    /**
     * Draws measures against a column of dates, as columns or lines, or of names, as bars.
     *
     * @param message what the reader is to see
     * @return the page that was written
     */
    public Path chart(String message, Table table, String label, String... measures) {
        return new ExploredChart(card, table, label).measures(message, List.of(measures));
    }

    /** Draws a forecast in its interval; earlier rows without an interval are what was observed. */
    public Path fan(String message, Table table, String label, String middle, String low, String high) {
        return new ExploredChart(card, table, label).fan(message, middle, low, high);
    }

    @Override
    public void close() {
        datasets.close();
    }
}
