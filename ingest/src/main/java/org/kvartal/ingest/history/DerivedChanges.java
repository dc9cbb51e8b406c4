package org.kvartal.ingest.history;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.crm.HistoryTables;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeWriter;
import org.kvartal.ingest.lake.RowPrints;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.quality.QualityTables;

/**
 * The changes of rows whose source keeps none, as far as nights have seen them: a field of two versions that follow each
 * other differs. Such a change is known to the day, and stands at the day's beginning.
 */
final class DerivedChanges {
    private final Lake lake;
    private final ZoneId zone;
    private final TableSpec clean;
    private final TableSpec changes;

    /** @param changes the table that keeps the changes of the clean one */
    DerivedChanges(Lake lake, ZoneId zone, TableSpec clean, TableSpec changes) {
        this.lake = lake;
        this.zone = zone;
        this.clean = clean;
        this.changes = changes;
    }

    /** @param audited the sources that keep the changes themselves; those of all others are replaced */
    void write(Set<String> audited) {
        TableSpec stored = QualityTables.stored(changes);
        try (LakeWriter writer = lake.replacing(stored)) {
            lake.scan(stored, stored.columnNames(), row -> {
                if (audited.contains((String) row.getField(QualityTables.SOURCE.name()))) {
                    writer.write(
                            stored.columnNames().stream().map(row::getField).toArray());
                }
            });
            versions(audited).forEach((id, versions) -> write(id, versions, writer));
            writer.commit();
        }
    }

    /** The rows with several versions, by their id. */
    private Map<String, List<Record>> versions(Set<String> audited) {
        TableSpec history = HistoryTables.of(clean);
        String idColumn = clean.key().get(0);
        Long2IntOpenHashMap counts = new Long2IntOpenHashMap();
        lake.scan(
                history,
                List.of(idColumn),
                row -> counts.addTo(RowPrints.of(new Object[] {row.getField(idColumn)}), 1));
        Map<String, List<Record>> versions = new TreeMap<>();
        lake.scan(history, history.columnNames(), row -> {
            String id = (String) row.getField(idColumn);
            boolean isAudited = audited.contains(RowHistory.source(id));
            if (!isAudited && counts.get(RowPrints.of(new Object[] {id})) > 1) {
                versions.computeIfAbsent(id, unknown -> new ArrayList<>()).add(row.copy());
            }
        });
        return versions;
    }

    private void write(String id, List<Record> versions, LakeWriter writer) {
        versions.sort(Comparator.comparing(row -> (LocalDate) row.getField(HistoryTables.VALID_FROM)));
        for (int i = 1; i < versions.size(); i++) {
            Record before = versions.get(i - 1);
            Record after = versions.get(i);
            LocalDate day = (LocalDate) after.getField(HistoryTables.VALID_FROM);
            OffsetDateTime at = day.atStartOfDay(zone).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
            for (Column column : clean.columns()) {
                @Nullable Object old = before.getField(column.name());
                @Nullable Object now = after.getField(column.name());
                if (!Objects.equals(old, now)) {
                    writer.write(new Object[] {
                        id, at, column.name(), text(old), text(now), null, RowHistory.source(id), null, null
                    });
                }
            }
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
