package org.kvartal.ingest.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeWriter;
import org.kvartal.ingest.lake.TableSpec;

/**
 * Flags the rows that name a row of another clean table which does not exist. They are kept: totals stay whole, and
 * whoever joins finds an unknown member.
 *
 * <p>Rows stream past; the keys of referenced tables are held in memory.
 */
public final class ReferenceCheck {
    private static final String RULE = "reference";
    private static final Map<String, Object> KIND = Map.of("kind", QualityTables.REFERENCE_KIND);

    /** One column whose values should be keys of another table. */
    private record Reference(Column column, TableSpec target) {}

    private final Lake lake;
    private final List<TableSpec> tables;
    private final Map<String, Set<Object>> keys = new HashMap<>();

    public ReferenceCheck(Lake lake, List<TableSpec> tables) {
        this.lake = lake;
        this.tables = List.copyOf(tables);
    }

    /** Writes the flags of all tables, and the checks with their counts. */
    public void run() {
        List<Object[]> checks = new ArrayList<>();
        try (LakeWriter flags = lake.replacing(QualityTables.FLAGS, KIND)) {
            for (TableSpec table : tables) {
                List<Reference> references = references(table);
                if (!references.isEmpty()) {
                    checks.addAll(check(table, references, flags));
                }
            }
            flags.commit();
        }
        try (LakeWriter writer = lake.replacing(QualityTables.CHECKS, KIND)) {
            checks.forEach(writer::write);
            writer.commit();
        }
    }

    /** Only between tables that have rows: a table that no source supplies is missed once, not in every row. */
    private List<Reference> references(TableSpec table) {
        if (lake.rowCount(table) == 0) {
            return List.of();
        }
        return table.columns().stream()
                .flatMap(column -> target(column)
                        .filter(target -> lake.rowCount(target) > 0)
                        .map(target -> new Reference(column, target)))
                .toList();
    }

    private Stream<TableSpec> target(Column column) {
        return tables.stream().filter(table -> table.name().equals(column.references()));
    }

    private List<Object[]> check(TableSpec table, List<Reference> references, LakeWriter flags) {
        long[] failed = new long[references.size()];
        lake.scan(QualityTables.stored(table), columns(table, references), row -> {
            for (int i = 0; i < failed.length; i++) {
                Reference reference = references.get(i);
                @Nullable Object value = row.getField(reference.column().name());
                if (value != null && !keysOf(reference.target()).contains(value)) {
                    failed[i]++;
                    flags.write(flag(table, reference, row));
                }
            }
        });
        long checked = lake.rowCount(table);
        List<Object[]> checks = new ArrayList<>();
        for (int i = 0; i < failed.length; i++) {
            checks.add(new Object[] {
                table.name(),
                QualityTables.REFERENCE_KIND,
                RULE,
                references.get(i).column().name(),
                Severity.WARNING.label(),
                checked,
                failed[i]
            });
        }
        return checks;
    }

    private static List<String> columns(TableSpec table, List<Reference> references) {
        Set<String> names = new LinkedHashSet<>(table.key());
        references.forEach(reference -> names.add(reference.column().name()));
        Stream.of(QualityTables.SOURCE, QualityTables.FILE, QualityTables.LINE)
                .map(Column::name)
                .forEach(names::add);
        return List.copyOf(names);
    }

    private Set<Object> keysOf(TableSpec target) {
        return keys.computeIfAbsent(target.name(), name -> {
            Set<Object> known = new HashSet<>();
            lake.scan(
                    target,
                    target.key(),
                    row -> known.add(row.getField(target.key().get(0))));
            return known;
        });
    }

    private static Object[] flag(TableSpec table, Reference reference, Record row) {
        String column = reference.column().name();
        return new Object[] {
            table.name(),
            QualityTables.REFERENCE_KIND,
            RULE,
            Severity.WARNING.label(),
            table.keyText(row::getField),
            column,
            row.getField(column),
            column + " names no row of " + reference.target().name() + "; enter it there or correct the reference",
            row.getField(QualityTables.SOURCE.name()),
            row.getField(QualityTables.FILE.name()),
            row.getField(QualityTables.LINE.name())
        };
    }
}
