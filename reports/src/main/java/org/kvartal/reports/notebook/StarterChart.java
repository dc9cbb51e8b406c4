package org.kvartal.reports.notebook;

import java.util.List;
import java.util.Optional;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.lake.Sensitivity;
import org.kvartal.ingest.lake.TableSpec;

/**
 * The chart that says most of a table: its amount (else its count, else its rows) by month, if a row has a day; else by
 * its most telling name; else how its rows are spread.
 *
 * @param day empty when no column is a date or an instant
 * @param group empty when no column names what a row belongs to
 * @param measure what adds up; empty for the number of rows
 */
record StarterChart(Optional<Column> day, Optional<Column> group, Optional<Column> measure) {

    static StarterChart of(TableSpec table) {
        return new StarterChart(day(table), group(table), measure(table));
    }

    private static Optional<Column> day(TableSpec table) {
        Optional<Column> inKey = table.columns().stream()
                .filter(column -> table.key().contains(column.name()) && isDay(column))
                .findFirst();
        return inKey.or(
                () -> table.columns().stream().filter(StarterChart::isDay).findFirst());
    }

    private static boolean isDay(Column column) {
        return column.type() == ColumnType.DATE || column.type() == ColumnType.INSTANT;
    }

    /** A column with few values, before a column of the key, before any text. Persons are not ranked. */
    static Optional<Column> group(TableSpec table) {
        List<Column> names = table.columns().stream()
                .filter(column -> column.type() == ColumnType.TEXT || column.type() == ColumnType.ID)
                .filter(column -> column.sensitivity() != Sensitivity.PERSON)
                .toList();
        return names.stream()
                .filter(column -> !column.allowed().isEmpty())
                .findFirst()
                .or(() -> names.stream()
                        .filter(column -> table.key().size() > 1 && table.key().contains(column.name()))
                        .findFirst())
                .or(() -> names.stream()
                        .filter(column -> !table.key().contains(column.name()))
                        .findFirst());
    }

    /** Only what can be summed: money, and counts. Means, ranks and shares cannot. */
    private static Optional<Column> measure(TableSpec table) {
        return first(table, ColumnType.MONEY, "amount").or(() -> first(table, ColumnType.INTEGER, "_count"));
    }

    private static Optional<Column> first(TableSpec table, ColumnType type, String end) {
        return table.columns().stream()
                .filter(column -> column.type() == type && column.name().endsWith(end))
                .findFirst();
    }

    String title() {
        String what = measure.map(Column::name).orElse("rows");
        if (day.isPresent()) {
            return what + " by month of " + day.get().name();
        }
        return group.map(column -> what + " by " + column.name()).orElse("How many rows there are");
    }

    String code() {
        String sum = measure.map(column -> "df[\"" + column.name() + "\"]").orElse("");
        if (day.isPresent()) {
            return monthly(day.get().name(), sum);
        }
        return group.map(column -> ranked(column.name(), sum)).orElse("print(f\"{len(df):,} rows\")");
    }

    private String monthly(String name, String sum) {
        String values = sum.isEmpty()
                ? ".size()"
                : "[\"%s\"].sum()".formatted(measure.orElseThrow().name());
        return """
                import pandas as pd

                months = pd.to_datetime(df["%s"], utc=True).dt.tz_localize(None).dt.to_period("M")
                shown = df.groupby(months)%s
                if len(shown):
                    ax = shown.plot(kind="line", figsize=(9, 3.2), color="#26303b", marker="o", markersize=3)
                    ax.set_ylim(bottom=min(0, shown.min()))
                    ax.set_title("%s", loc="left")
                    ax.set_xlabel("")
                    plt.show()
                else:
                    print("no rows to draw")""".formatted(name, values, title());
    }

    private String ranked(String name, String sum) {
        String values = sum.isEmpty()
                ? ".size()"
                : "[\"%s\"].sum()".formatted(measure.orElseThrow().name());
        return """
                shown = df.groupby("%s")%s.sort_values().tail(15)
                if len(shown):
                    ax = shown.plot(kind="barh", figsize=(9, 4), color="#26303b")
                    ax.set_title("%s", loc="left")
                    ax.set_ylabel("")
                    plt.show()
                else:
                    print("no rows to draw")""".formatted(name, values, title());
    }
}
