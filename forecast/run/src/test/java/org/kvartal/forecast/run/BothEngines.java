package org.kvartal.forecast.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.tables.ForecastTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.lake.SparkSettings;
import org.kvartal.ingest.lake.SqlEngine;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs a step by Spark, then within this process, and asserts that both leave the same tables. */
final class BothEngines {
    private final Lake lake;
    private final Path scratch;

    BothEngines(Lake lake, Path scratch) {
        this.lake = lake;
        this.scratch = scratch;
    }

    void run(AsOf asOf, Consumer<Night> step) {
        run(asOf, null, step);
    }

    /** @param previous the date published last; null on the first night */
    void run(AsOf asOf, @Nullable LocalDate previous, Consumer<Night> step) {
        Map<String, Long> before = lake.snapshots();
        step.accept(new Night(asOf, previous, lake, scratch, by(SqlEngine.SPARK)));
        Map<String, Long> after = lake.snapshots();
        List<TableSpec> written = ForecastTables.ALL.stream()
                .filter(table -> !Objects.equals(before.get(table.qualifiedName()), after.get(table.qualifiedName())))
                .toList();
        Map<String, List<String>> bySpark = rows(written);
        step.accept(new Night(asOf, previous, lake, scratch, by(SqlEngine.LOCAL)));
        assertThat(rows(written)).as("tables without Spark").isEqualTo(bySpark);
    }

    private static SparkSettings by(SqlEngine engine) {
        return new SparkSettings(engine, null, Map.of(), null);
    }

    private Map<String, List<String>> rows(List<TableSpec> tables) {
        Map<String, List<String>> rows = new TreeMap<>();
        tables.forEach(table -> rows.put(
                table.qualifiedName(),
                lake.rows(table).stream().map(BothEngines::text).toList()));
        return rows;
    }

    /** Logarithms and sums may differ in their last digits. */
    private static String text(Record row) {
        return IntStream.range(0, row.size())
                .mapToObj(row::get)
                .map(value -> value instanceof Double number
                        ? String.format(Locale.ROOT, "%.9e", number + 0.0)
                        : String.valueOf(value))
                .collect(Collectors.joining(" | "));
    }
}
