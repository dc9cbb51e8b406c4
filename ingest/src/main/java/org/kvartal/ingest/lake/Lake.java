package org.kvartal.ingest.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * The Parquet lake: Iceberg tables in one place, read and written by plain Java. {@link LakeSession} does the same with
 * Spark, for what is large or is defined by SQL.
 *
 * <p>A night writes on the branch {@value #NIGHT} of each table and reads there what it has written; readers of
 * {@code main} see nothing of it. {@link #publishNight} moves {@code main} and tags it with the as-of date.
 */
public final class Lake implements AutoCloseable {
    /** The branch on which a night works until it is published. */
    public static final String NIGHT = "night";

    private static final Map<String, String> TABLE_PROPERTIES = Map.of(
            TableProperties.FORMAT_VERSION, "2",
            TableProperties.PARQUET_COMPRESSION, "zstd",
            TableProperties.WRITE_AUDIT_PUBLISH_ENABLED, "true",
            TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED, "true",
            TableProperties.METADATA_PREVIOUS_VERSIONS_MAX, "10");

    /** Parquet's writers give each page a checksum, which its readers ignore unless they are told. */
    static final String PAGE_SUMS = "parquet.page.verify-checksum.enabled";

    private final LakeLocation location;
    private final LakeCatalog catalog;
    private final LocalCopies copies;

    private Lake(LakeLocation location, Path scratch) {
        this.location = location;
        this.catalog = LakeCatalog.open(location);
        this.copies = new LocalCopies(scratch.resolve("lake"));
    }

    /** Opens the lake in a folder, which is created with the first table. */
    public static Lake open(Path folder) {
        return open(new LakeLocation.Folder(folder), folder.resolveSibling(".scratch"));
    }

    /**
     * Opens the lake.
     *
     * @param scratch folder for copies of what lies elsewhere; private to this run
     */
    public static Lake open(LakeLocation location, Path scratch) {
        return new Lake(location, scratch);
    }

    LakeLocation location() {
        return location;
    }

    /**
     * The folder in which the lake lies.
     *
     * @throws IllegalStateException if it lies in an object store
     */
    Path folder() {
        if (location instanceof LakeLocation.Folder folder) {
            return folder.folder();
        }
        throw new IllegalStateException("Cannot look through the files of " + location + ": it is no folder");
    }

    /** Begins a night with the tables as they are published; what an earlier night left unpublished is forgotten. */
    public void startNight() {
        for (Table table : tables()) {
            boolean begun = table.refs().containsKey(NIGHT);
            @Nullable Snapshot published = table.currentSnapshot();
            if (published != null) {
                long snapshot = published.snapshotId();
                ManageSnapshots change = table.manageSnapshots();
                (begun ? change.replaceBranch(NIGHT, snapshot) : change.createBranch(NIGHT, snapshot)).commit();
                FaultPoint.reached("night-begun");
            } else if (begun) {
                table.manageSnapshots().removeBranch(NIGHT).commit();
            }
        }
    }

    /**
     * Begins the night of a date: as any other, or before the newest one published, with the tables as they were then.
     */
    public void startNight(LocalDate asOf) {
        List<Table> tables = tables();
        if (PastNights.isPast(tables, asOf)) {
            PastNights.start(tables, asOf);
        } else {
            startNight();
        }
    }

    /** The dates as of which a table is published. */
    public SortedSet<LocalDate> publishedDates(TableSpec spec) {
        return PastNights.dates(existing(spec).stream().toList());
    }

    /** The tables as they were published as of a date. */
    public PublishedLake asOf(LocalDate asOf) {
        return new PublishedLake(asOf, this::existing);
    }

    /** Makes sure that the table exists and has every declared column. */
    public void prepare(TableSpec spec) {
        table(spec);
    }

    /** Replaces the table's rows, on the night's branch. The values of a row stand in the order of the columns. */
    public void replace(TableSpec spec, Stream<Object[]> rows) {
        try (LakeWriter writer = replacing(spec)) {
            rows.forEachOrdered(writer::write);
            writer.commit();
        }
    }

    /** A writer whose commit replaces all rows of the table, on the night's branch. */
    public LakeWriter replacing(TableSpec spec) {
        return writer(spec, Expressions.alwaysTrue());
    }

    /**
     * A writer whose commit replaces the rows that have these values, and leaves all others. All rows written must have
     * them too.
     */
    public LakeWriter replacing(TableSpec spec, Map<String, Object> values) {
        return writer(spec, equalTo(values));
    }

    /**
     * Changes a table row by row, on the night's branch.
     *
     * @param key a column of whole numbers by which rows are taken out
     */
    public LakeUpsert upserting(TableSpec spec, String key) {
        Table table = table(spec);
        return new LakeUpsert(spec, table, key, (added, taken) -> {
            if (!added.isEmpty() || !taken.isEmpty()) {
                RowDelta delta = table.newRowDelta();
                added.forEach(delta::addRows);
                taken.forEach(delta::addDeletes);
                delta.toBranch(NIGHT).commit();
            }
        });
    }

    /** The columns of a table as it is stored, by name; empty when there is no such table. */
    public Map<String, Type> storedColumns(TableSpec spec) {
        Map<String, Type> columns = new LinkedHashMap<>();
        existing(spec)
                .ifPresent(
                        table -> table.schema().columns().forEach(column -> columns.put(column.name(), column.type())));
        return columns;
    }

    /** Whether a table is stored with the declared columns and no others. */
    public boolean hasShape(TableSpec spec) {
        Map<String, Type> declared = new LinkedHashMap<>();
        spec.columns()
                .forEach(column -> declared.put(column.name(), column.type().icebergType()));
        return storedColumns(spec).equals(declared);
    }

    /** Gives a table the declared columns and no others. What is stored in columns of another type is lost. */
    public void reshape(TableSpec spec) {
        Table table = table(spec);
        UpdateSchema update = table.updateSchema();
        for (Types.NestedField stored : table.schema().columns()) {
            Optional<Column> declared = spec.columns().stream()
                    .filter(column -> column.name().equals(stored.name()))
                    .findFirst();
            if (declared.isEmpty() || !declared.get().type().icebergType().equals(stored.type())) {
                update.deleteColumn(stored.name());
                declared.ifPresent(
                        column -> update.addColumn(column.name(), column.type().icebergType()));
            }
        }
        update.commit();
    }

    private static Expression equalTo(Map<String, Object> values) {
        return values.entrySet().stream()
                .map(entry -> (Expression) Expressions.equal(entry.getKey(), literal(entry.getValue())))
                .reduce(Expressions.alwaysTrue(), Expressions::and);
    }

    private static Object literal(Object value) {
        return value instanceof LocalDate date ? date.toString() : value;
    }

    private LakeWriter writer(TableSpec spec, Expression replaced) {
        Table table = table(spec);
        return new LakeWriter(spec, table, files -> {
            if (files.isEmpty() && head(table).isEmpty()) {
                return;
            }
            OverwriteFiles overwrite = table.newOverwrite().overwriteByRowFilter(replaced);
            files.forEach(overwrite::addFile);
            FaultPoint.reached("before-commit");
            overwrite.toBranch(NIGHT).commit();
            FaultPoint.reached("after-commit");
        });
    }

    /**
     * The rows as the night left them, else as last published, in no order; for tables that a driver may hold.
     * A table that was never written has none.
     */
    public List<Record> rows(TableSpec spec) {
        return rows(spec, Expressions.alwaysTrue());
    }

    public List<Record> rows(TableSpec spec, Expression filter) {
        List<Record> rows = new ArrayList<>();
        scan(spec, spec.columnNames(), filter, rows::add);
        return rows;
    }

    /** Hands over every row, one after the other, with some of its columns. */
    public void scan(TableSpec spec, List<String> columns, Consumer<Record> consumer) {
        scan(spec, columns, Expressions.alwaysTrue(), consumer);
    }

    /** The same for consumers that keep no record: all rows are handed over in one and the same. */
    public void scanOnce(TableSpec spec, List<String> columns, Consumer<Record> consumer) {
        scan(spec, columns, Expressions.alwaysTrue(), IcebergGenerics.ScanBuilder::reuseContainers, consumer);
    }

    private void scan(TableSpec spec, List<String> columns, Expression filter, Consumer<Record> consumer) {
        scan(spec, columns, filter, UnaryOperator.identity(), consumer);
    }

    private void scan(
            TableSpec spec,
            List<String> columns,
            Expression filter,
            UnaryOperator<IcebergGenerics.ScanBuilder> manner,
            Consumer<Record> consumer) {
        Optional<Table> table = existing(spec);
        Optional<Snapshot> head = table.flatMap(Lake::head);
        if (table.isEmpty() || head.isEmpty()) {
            return;
        }
        SnapshotScan.run(table.get(), head.get(), columns, filter, manner, consumer);
    }

    /** How many rows the table has, from its metadata. */
    public long rowCount(TableSpec spec) {
        return rowCount(spec.qualifiedName());
    }

    /** The same by name; none of a table that there is not. */
    public long rowCount(String qualifiedName) {
        return existing(TableIdentifier.parse(qualifiedName))
                .flatMap(Lake::head)
                .map(snapshot -> Long.parseLong(snapshot.summary().get("total-records")))
                .orElse(0L);
    }

    /** The Parquet files that hold the table's rows, in stored order. */
    public List<Path> files(TableSpec spec) {
        Optional<Table> table = existing(spec);
        Optional<Snapshot> head = table.flatMap(Lake::head);
        if (table.isEmpty() || head.isEmpty()) {
            return List.of();
        }
        return scanTasks(table.get(), head.get()).stream()
                .map(FileScanTask::file)
                .sorted(StoredOrder.of(spec, table.get().schema()))
                .map(file -> copies.of(table.get(), file))
                .toList();
    }

    /**
     * The table as the night left it, else as last published; empty when there is no such table.
     *
     * @throws IllegalStateException where rows are taken out by files of deletes, as in raw tables: Parquet files alone
     *     do not tell such a table
     */
    public Optional<StoredTable> stored(String qualifiedName) {
        return existing(TableIdentifier.parse(qualifiedName)).map(this::stored);
    }

    private StoredTable stored(Table table) {
        List<Column> columns = table.schema().columns().stream()
                .map(column -> Column.of(column.name(), ColumnType.of(column.type()), ""))
                .toList();
        List<Path> files = new ArrayList<>();
        Optional<Snapshot> head = head(table);
        if (head.isPresent()) {
            for (FileScanTask task : scanTasks(table, head.get())) {
                if (!task.deletes().isEmpty()) {
                    throw new IllegalStateException(
                            "Cannot read the files of " + shortName(table) + " alone: deletes apply to them");
                }
                files.add(copies.of(table, task.file()));
            }
        }
        return new StoredTable(columns, files.stream().sorted().toList());
    }

    private static List<FileScanTask> scanTasks(Table table, Snapshot head) {
        try (CloseableIterable<FileScanTask> tasks = table.newScan()
                .includeColumnStats()
                .useSnapshot(head.snapshotId())
                .planFiles()) {
            List<FileScanTask> all = new ArrayList<>();
            tasks.forEach(all::add);
            all.forEach(WholeFiles.of(table)::require);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the files of " + shortName(table) + ": " + e.getMessage(), e);
        }
    }

    /** Snapshot of each table that has one, by qualified name: what a run record keeps. */
    public Map<String, Long> snapshots() {
        Map<String, Long> snapshots = new TreeMap<>();
        for (Table table : tables()) {
            head(table).ifPresent(head -> snapshots.put(shortName(table), head.snapshotId()));
        }
        return snapshots;
    }

    /**
     * Makes the night visible: moves {@code main} of each table to it, unless a later date is published, and tags it. Can
     * be repeated.
     */
    public void publishNight(LocalDate asOf) {
        List<Table> tables = tables();
        if (PastNights.isPast(tables, asOf)) {
            PastNights.publish(tables, asOf);
            return;
        }
        for (Table table : tables) {
            Optional<Snapshot> head = head(table);
            if (head.isEmpty()) {
                continue;
            }
            long snapshot = head.get().snapshotId();
            ManageSnapshots change = table.manageSnapshots();
            change = table.refs().containsKey(SnapshotRef.MAIN_BRANCH)
                    ? change.replaceBranch(SnapshotRef.MAIN_BRANCH, snapshot)
                    : change.createBranch(SnapshotRef.MAIN_BRANCH, snapshot);
            change = table.refs().containsKey(PastNights.tag(asOf))
                    ? change.replaceTag(PastNights.tag(asOf), snapshot)
                    : change.createTag(PastNights.tag(asOf), snapshot);
            if (table.refs().containsKey(NIGHT)) {
                change = change.removeBranch(NIGHT);
            }
            change.commit();
            FaultPoint.reached("branch-moved");
        }
    }

    /** Whether the table was published as of this date. */
    public boolean wasPublished(TableSpec spec, LocalDate asOf) {
        return existing(spec)
                .map(table -> table.refs().containsKey(PastNights.tag(asOf)))
                .orElse(false);
    }

    /** The night's snapshot, else the published one. */
    private static Optional<Snapshot> head(Table table) {
        @Nullable Snapshot night = table.snapshot(NIGHT);
        return Optional.ofNullable(night != null ? night : table.currentSnapshot());
    }

    List<Table> tables() {
        boolean isThere = !(location instanceof LakeLocation.Folder folder) || Files.isDirectory(folder.folder());
        return isThere ? catalog.identifiers().map(this::opened).toList() : List.of();
    }

    private Optional<Table> existing(TableSpec spec) {
        return existing(spec.identifier());
    }

    private Optional<Table> existing(TableIdentifier identifier) {
        return opened(
                identifier,
                () -> catalog.tables().tableExists(identifier)
                        ? Optional.of(catalog.tables().loadTable(identifier))
                        : Optional.empty());
    }

    private Table opened(TableIdentifier identifier) {
        return opened(identifier, () -> catalog.tables().loadTable(identifier));
    }

    /** Of an object store, what fails to open may be unreachable as well as damaged. */
    private <T> T opened(TableIdentifier identifier, Supplier<T> opening) {
        if (!(location instanceof LakeLocation.Folder folder)) {
            return opening.get();
        }
        Path files = folder.folder().resolve(identifier.toString().replace('.', '/'));
        return WholeFiles.opened(identifier.toString(), files, opening);
    }

    private Table table(TableSpec spec) {
        Optional<Table> existing = existing(spec);
        if (existing.isEmpty()) {
            Namespace namespace = Namespace.of(spec.namespace());
            if (!catalog.namespaces().namespaceExists(namespace)) {
                catalog.namespaces().createNamespace(namespace);
            }
            return catalog.tables()
                    .createTable(
                            spec.identifier(), spec.icebergSchema(), PartitionSpec.unpartitioned(), TABLE_PROPERTIES);
        }
        Table table = existing.get();
        List<Column> added = spec.columns().stream()
                .filter(column -> table.schema().findField(column.name()) == null)
                .toList();
        if (!added.isEmpty()) {
            UpdateSchema update = table.updateSchema();
            added.forEach(
                    column -> update.addColumn(column.name(), column.type().icebergType()));
            update.commit();
        }
        return table;
    }

    private static String shortName(Table table) {
        String[] parts = table.name().split("[./]");
        return parts[parts.length - 2] + "." + parts[parts.length - 1];
    }

    @Override
    public void close() {
        try {
            catalog.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the lake " + location + ": " + e.getMessage(), e);
        }
    }
}
