package org.kvartal.ingest.source;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.source.ExtractFrom.FromFile;

/** A folder of files, each with one table or a part of one. */
final class FolderSource implements Source {
    private final String name;
    private final Preset preset;
    private final Path folder;
    private final ValueReader values;
    private @Nullable SourceFiles files;

    FolderSource(String name, Preset preset, Path folder) {
        this.name = name;
        this.preset = preset;
        this.folder = folder;
        this.values = new ValueReader(preset.zone());
    }

    @Override
    public List<Extract> extracts() {
        return preset.extracts().stream()
                .filter(extract -> extract.presence() == Presence.REQUIRED
                        || !found(extract).isEmpty())
                .toList();
    }

    @Override
    public RawTable describe(Extract extract) {
        Set<Column> columns = new LinkedHashSet<>();
        Set<Column> absent = new LinkedHashSet<>();
        for (Path file : filesOf(extract)) {
            FileColumns ofFile = read(extract, file, records -> header(extract, file, records));
            columns.addAll(ofFile.present());
            absent.addAll(ofFile.absent());
        }
        columns.addAll(absent);
        return new RawTable(extract.name(), extract.key(), List.copyOf(columns));
    }

    @Override
    public void read(Extract extract, RowSink sink) {
        List<Column> delivered = describe(extract).columns();
        for (Path file : filesOf(extract)) {
            read(extract, file, records -> {
                FileColumns columns = header(extract, file, records);
                FileRows rows = new FileRows(label(file), columns, delivered, preset.dialect(), values, sink);
                while (records.next(columns.present().size(), rows)) {
                    // Each call hands one record on.
                }
                return columns;
            });
        }
    }

    @Override
    public List<SourceNotice> notices() {
        FolderNotices notices = new FolderNotices(name, preset, files());
        for (Extract extract : extracts()) {
            for (Path file : filesOf(extract)) {
                notices.addColumns(extract, file, read(extract, file, records -> header(extract, file, records)));
            }
        }
        return notices.all();
    }

    /** What is done with the records of a file while it is open. */
    private interface Reading {
        FileColumns of(FileRecords records) throws IOException;
    }

    private FileColumns read(Extract extract, Path file, Reading reading) {
        FileForm form = FileForm.of(label(file));
        try (FileRecords records = form.open(file, preset.dialect(), extract.name())) {
            return reading.of(records);
        } catch (InvalidFile invalid) {
            throw new UnreadableSource(
                    new SourceProblem(name, extract.name(), label(file) + " " + invalid.getMessage()), invalid);
        } catch (IOException unreadable) {
            throw new UnreadableSource(
                    new SourceProblem(name, extract.name(), label(file) + " breaks off: " + unreadable.getMessage()),
                    unreadable);
        }
    }

    private FileColumns header(Extract extract, Path file, FileRecords records) throws IOException {
        FileHeader header = new FileHeader();
        if (!records.next(FileRecords.ANY_WIDTH, header)) {
            throw problem(extract, label(file) + " is empty, without even a header");
        }
        header.defect().ifPresent(defect -> {
            throw problem(extract, "in " + label(file) + " " + defect);
        });
        ColumnNames names = new ColumnNames(extract, header.names());
        for (String missing : names.missing()) {
            throw problem(
                    extract,
                    label(file) + " has no column " + missing + "; its header has "
                            + String.join(", ", header.names()));
        }
        return FileColumns.of(extract, header.names(), names);
    }

    private List<Path> filesOf(Extract extract) {
        List<Path> found = found(extract);
        if (found.isEmpty()) {
            throw problem(extract, "there is no file " + extract.from().label() + " in " + folder);
        }
        return found;
    }

    private List<Path> found(Extract extract) {
        return files().of((FromFile) extract.from());
    }

    private SourceFiles files() {
        SourceFiles listed = files == null ? SourceFiles.in(folder) : files;
        files = listed;
        return listed;
    }

    private String label(Path file) {
        return files().label(file);
    }

    private UnreadableSource problem(Extract extract, String reason) {
        return new UnreadableSource(new SourceProblem(name, extract.name(), reason));
    }

    @Override
    public BigDecimal total(String total, String query) {
        throw new UnreadableSource(new SourceProblem(
                name, "the total " + total, "files answer no query; name the file that has it, and its column"));
    }

    @Override
    public void close() {
        // Files are open only while they are read.
    }
}
