package org.kvartal.ingest.history;

import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.crm.HistoryTables;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeWriter;
import org.kvartal.ingest.lake.RowPrints;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;

/**
 * The versions of one clean table: those that are known already, ended where a row is other or gone tonight, and those
 * that begin. A night before the last one that is known changes nothing. In memory: some 30 bytes a row, and the audit of rows that are new or other.
 */
final class RowHistory {
    private final Lake lake;
    private final AsOf asOf;
    private final @Nullable LocalDate previous;
    private final TableSpec clean;
    private final TableSpec history;
    private final RowPrints prints;
    private final Set<String> audited;
    private final Unwinding unwinding;
    private final Long2LongOpenHashMap open = new Long2LongOpenHashMap();
    private final LongOpenHashSet created = new LongOpenHashSet();
    private final LongOpenHashSet altered = new LongOpenHashSet();
    private final Long2ObjectOpenHashMap<LocalDate> ends = new Long2ObjectOpenHashMap<>();

    /**
     * @param previous the night before; null on the first one
     * @param audited the sources that keep the changes of the table themselves
     */
    RowHistory(Lake lake, AsOf asOf, @Nullable LocalDate previous, TableSpec clean, Set<String> audited) {
        this.lake = lake;
        this.asOf = asOf;
        this.previous = previous;
        this.clean = clean;
        this.history = HistoryTables.of(clean);
        this.prints = RowPrints.of(clean.columnNames(), clean.key());
        this.audited = Set.copyOf(audited);
        this.unwinding = new Unwinding(clean, asOf.zone());
    }

    /** Brings the versions up to tonight. The table is there also when there is no version, for whoever reads it. */
    void record() {
        lake.prepare(history);
        if (isPast()) {
            return;
        }
        compare();
        if (created.isEmpty() && altered.isEmpty() && open.isEmpty()) {
            return;
        }
        Map<String, List<FieldChange>> audit = audit();
        open.keySet().forEach((long gone) -> ends.put(gone, asOf.date()));
        if (!altered.isEmpty()) {
            endAltered(audit);
        }
        write(audit);
    }

    /** The open version of an altered row ends where the next one begins. */
    private void endAltered(Map<String, List<FieldChange>> audit) {
        lake.scan(clean, clean.columnNames(), row -> {
            @Nullable Object[] values = values(row);
            long key = prints.ofKey(values);
            if (altered.contains(key)) {
                ends.put(key, begun(values, key, audit).get(0).from());
            }
        });
    }

    /** Reads the open versions; true when one has begun after tonight. */
    private boolean isPast() {
        boolean[] isPast = new boolean[1];
        lake.scan(history, history.columnNames(), row -> {
            LocalDate from = (LocalDate) row.getField(HistoryTables.VALID_FROM);
            @Nullable LocalDate to = (LocalDate) row.getField(HistoryTables.VALID_TO);
            isPast[0] |= from.isAfter(asOf.date()) || to != null && to.isAfter(asOf.date());
            if (to == null) {
                @Nullable Object[] values = values(row);
                open.put(prints.ofKey(values), RowPrints.of(values));
            }
        });
        return isPast[0];
    }

    /** Finds rows that are new or other than their open version; what is left of the open ones is gone. */
    private void compare() {
        lake.scan(clean, clean.columnNames(), row -> {
            @Nullable Object[] values = values(row);
            long key = prints.ofKey(values);
            if (!open.containsKey(key)) {
                created.add(key);
            } else if (open.remove(key) != RowPrints.of(values)) {
                altered.add(key);
            }
        });
    }

    private @Nullable Object[] values(Record row) {
        return clean.columnNames().stream().map(row::getField).toArray();
    }

    /** The versions that begin with a row of tonight; none for one that is as it was. */
    private List<Version> begun(@Nullable Object[] values, long key, Map<String, List<FieldChange>> audit) {
        boolean isNew = created.contains(key);
        if (!isNew && !altered.contains(key)) {
            return List.of();
        }
        String id = String.valueOf(values[0]);
        Optional<LocalDate> start = audited.contains(source(id)) ? start(values, isNew) : Optional.empty();
        List<Version> versions = start.map(day -> unwinding.versions(values, audit.getOrDefault(id, List.of()), day))
                .orElse(List.of());
        if (isNew && !versions.isEmpty()) {
            return versions;
        }
        // The first version is the one that is open already.
        return versions.size() > 1
                ? versions.subList(1, versions.size())
                : List.of(new Version(values, asOf.date(), null));
    }

    /** When the first version to be found began: with the row, or with the version that is open. */
    private Optional<LocalDate> start(@Nullable Object[] values, boolean isNew) {
        if (!isNew) {
            return Optional.ofNullable(previous);
        }
        return clean.columns().stream()
                .filter(Column::creation)
                .map(column -> values[clean.columnNames().indexOf(column.name())])
                .filter(OffsetDateTime.class::isInstance)
                .map(created -> ((OffsetDateTime) created)
                        .atZoneSameInstant(asOf.zone())
                        .toLocalDate())
                .findFirst();
    }

    /** The audited changes of new and altered rows, by the id of the row. */
    private Map<String, List<FieldChange>> audit() {
        Optional<TableSpec> changes = CrmTables.changesOf(clean);
        Map<String, List<FieldChange>> audit = new HashMap<>();
        if (changes.isEmpty() || audited.isEmpty()) {
            return audit;
        }
        Set<String> ids = new HashSet<>();
        lake.scan(clean, clean.columnNames(), row -> {
            @Nullable Object[] values = values(row);
            long key = prints.ofKey(values);
            if (created.contains(key) || altered.contains(key)) {
                ids.add(String.valueOf(values[0]));
            }
        });
        lake.scan(changes.get(), changes.get().columnNames(), row -> {
            String id = (String) row.getField(changes.get().key().get(0));
            if (ids.contains(id)) {
                audit.computeIfAbsent(id, unknown -> new ArrayList<>()).add(FieldChange.of(row, asOf.zone()));
            }
        });
        return audit;
    }

    static String source(String id) {
        return id.substring(0, Math.max(0, id.indexOf(':')));
    }

    private void write(Map<String, List<FieldChange>> audit) {
        try (LakeWriter writer = lake.replacing(history)) {
            lake.scan(history, history.columnNames(), row -> {
                Version version =
                        new Version(values(row), (LocalDate) row.getField(HistoryTables.VALID_FROM), (LocalDate)
                                row.getField(HistoryTables.VALID_TO));
                kept(version).ifPresent(kept -> writer.write(kept.stored()));
            });
            lake.scan(clean, clean.columnNames(), row -> {
                @Nullable Object[] values = values(row);
                begun(values, prints.ofKey(values), audit).forEach(version -> writer.write(version.stored()));
            });
            writer.commit();
        }
    }

    /** A version that ends where it began never was. */
    private Optional<Version> kept(Version version) {
        @Nullable LocalDate end = ends.get(prints.ofKey(version.values()));
        if (version.to() != null || end == null) {
            return Optional.of(version);
        }
        return version.from().isBefore(end)
                ? Optional.of(new Version(version.values(), version.from(), end))
                : Optional.empty();
    }
}
