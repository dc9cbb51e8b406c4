package org.kvartal.ingest.quality;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeWriter;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;

/**
 * How complete, valid and fresh the rows of each clean table are: of the table, of each source, owner and team; kept for
 * every night, so that the trend can be seen. Counts only; a rate is made by whoever shows it.
 */
public final class QualityScores {
    private static final List<String> OWNERS = List.of("owner_id", "agent_id");

    private final Lake lake;
    private final AsOf asOf;

    public QualityScores(Lake lake, AsOf asOf) {
        this.lake = lake;
        this.asOf = asOf;
    }

    /** Replaces tonight's scores. */
    public void write(List<TableSpec> tables) {
        Map<String, Set<String>> flagged = flagged();
        try (LakeWriter writer = lake.replacing(QualityTables.SCORES, Map.of("night", asOf.date()))) {
            for (TableSpec table : tables) {
                scores(table, flagged.getOrDefault(table.name(), Set.of()))
                        .forEach((scope, tally) -> writer.write(tally.row(asOf.date(), table.name(), scope)));
            }
            writer.commit();
        }
    }

    /** Whose rows are counted together. */
    private record Scope(String kind, String name) implements Comparable<Scope> {
        @Override
        public int compareTo(Scope other) {
            return (kind + " " + name).compareTo(other.kind + " " + other.name);
        }
    }

    private static final class Tally {
        private long rows;
        private long filled;
        private long valid;
        private @Nullable OffsetDateTime newest;
        private final int columns;

        Tally(int columns) {
            this.columns = columns;
        }

        void add(long filledCells, boolean isValid, @Nullable OffsetDateTime created) {
            rows++;
            filled += filledCells;
            valid += isValid ? 1 : 0;
            newest = created == null || newest != null && newest.isAfter(created) ? newest : created;
        }

        @Nullable
        Object[] row(LocalDate night, String table, Scope scope) {
            return new Object[] {night, table, scope.kind(), scope.name(), rows, rows * columns, filled, valid, newest};
        }
    }

    private Map<Scope, Tally> scores(TableSpec table, Set<String> flagged) {
        TableSpec stored = QualityTables.stored(table);
        Map<Scope, Tally> scores = new TreeMap<>();
        lake.scan(stored, stored.columnNames(), row -> {
            long filled = table.columnNames().stream()
                    .map(row::getField)
                    .filter(Objects::nonNull)
                    .count();
            boolean isValid = !flagged.contains(table.keyText(row::getField));
            for (Scope scope : scopes(table, row)) {
                scores.computeIfAbsent(
                                scope, unknown -> new Tally(table.columns().size()))
                        .add(filled, isValid, created(table, row));
            }
        });
        return scores;
    }

    /** Keys of the rows that break a rule, by table; what a mapping repaired is no fault of theirs. */
    private Map<String, Set<String>> flagged() {
        Map<String, Set<String>> keys = new HashMap<>();
        lake.scan(QualityTables.FLAGS, List.of("table", "key", "column"), row -> {
            if (!"".equals(row.getField("column"))) {
                keys.computeIfAbsent((String) row.getField("table"), table -> new HashSet<>())
                        .add((String) row.getField("key"));
            }
        });
        return keys;
    }

    private static List<Scope> scopes(TableSpec table, Record row) {
        List<Scope> scopes = new ArrayList<>(List.of(
                new Scope("table", table.name()),
                new Scope("source", String.valueOf(row.getField(QualityTables.SOURCE.name())))));
        Stream.concat(OWNERS.stream(), Stream.of("team_id"))
                .filter(table.columnNames()::contains)
                .filter(column -> row.getField(column) != null)
                .forEach(column -> scopes.add(
                        new Scope(OWNERS.contains(column) ? "owner" : "team", String.valueOf(row.getField(column)))));
        return scopes;
    }

    private static @Nullable OffsetDateTime created(TableSpec table, Record row) {
        return table.columns().stream()
                .filter(Column::creation)
                .map(column -> row.getField(column.name()))
                .filter(Objects::nonNull)
                .map(QualityScores::instant)
                .findFirst()
                .orElse(null);
    }

    private static OffsetDateTime instant(Object value) {
        return value instanceof LocalDate date ? date.atStartOfDay().atOffset(ZoneOffset.UTC) : (OffsetDateTime) value;
    }
}
