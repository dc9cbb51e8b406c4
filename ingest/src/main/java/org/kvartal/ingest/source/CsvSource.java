package org.kvartal.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.ColumnType;

/** A folder of CSV files. */
final class CsvSource implements Source {
    private static final String GZIP = ".gz";
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final Preset preset;
    private final Path folder;
    private final ValueReader values;

    CsvSource(String name, Preset preset, Path folder) {
        this.name = name;
        this.preset = preset;
        this.folder = folder;
        this.values = new ValueReader(preset.zone());
    }

    @Override
    public List<Extract> extracts() {
        return preset.extracts().stream()
                .filter(extract -> extract.presence() == Presence.REQUIRED || Files.isRegularFile(fileOf(extract)))
                .toList();
    }

    @Override
    public List<SourceProblem> check() {
        List<SourceProblem> problems = new ArrayList<>();
        for (Extract extract : extracts()) {
            try {
                describe(extract);
            } catch (UnreadableSource unreadable) {
                problems.add(unreadable.problem());
            }
        }
        return problems;
    }

    @Override
    public RawTable describe(Extract extract) {
        try (CsvLines lines = open(extract)) {
            return header(extract, new CsvRecords(lines, preset.dialect().delimiter()));
        } catch (IOException unreadable) {
            throw unreadable(extract, unreadable);
        }
    }

    @Override
    public void read(Extract extract, RowSink sink) {
        try (CsvLines lines = open(extract)) {
            CsvRecords records = new CsvRecords(lines, preset.dialect().delimiter());
            List<Column> columns = header(extract, records).columns();
            CsvRows rows = new CsvRows(labelOf(extract), columns, preset.dialect(), values, sink);
            while (records.next(columns.size(), rows)) {
                // Each call hands one record on.
            }
        } catch (IOException unreadable) {
            throw unreadable(extract, unreadable);
        }
    }

    private CsvLines open(Extract extract) throws IOException {
        Path file = fileOf(extract);
        if (!Files.isRegularFile(file)) {
            throw problem(extract, "there is no file " + file);
        }
        InputStream bytes = Files.newInputStream(file);
        InputStream text = labelOf(extract).endsWith(GZIP) ? new GZIPInputStream(bytes, BUFFER) : bytes;
        return new CsvLines(new InputStreamReader(text, preset.dialect().encoding()));
    }

    private RawTable header(Extract extract, CsvRecords records) throws IOException {
        CsvHeader header = new CsvHeader();
        if (!records.next(CsvRecords.ANY_WIDTH, header)) {
            throw problem(extract, labelOf(extract) + " is empty, without even a header");
        }
        header.defect().ifPresent(defect -> {
            throw problem(extract, "in " + labelOf(extract) + " " + defect);
        });
        for (String column : extract.namedColumns()) {
            if (!header.names().contains(column)) {
                throw problem(
                        extract,
                        labelOf(extract) + " has no column " + column + "; its header has "
                                + String.join(", ", header.names()));
            }
        }
        return new RawTable(
                extract.name(),
                extract.key(),
                header.names().stream().map(column -> column(extract, column)).toList());
    }

    private Column column(Extract extract, String column) {
        ColumnType type = extract.columns().getOrDefault(column, ColumnType.TEXT);
        return extract.rawColumn(column, type);
    }

    /** The file as declared, or the same compressed. */
    private Path fileOf(Extract extract) {
        Path plain = folder.resolve(extract.from().label());
        Path compressed = folder.resolve(extract.from().label() + GZIP);
        return !Files.exists(plain) && Files.isRegularFile(compressed) ? compressed : plain;
    }

    private String labelOf(Extract extract) {
        return folder.relativize(fileOf(extract)).toString();
    }

    private UnreadableSource unreadable(Extract extract, IOException cause) {
        return new UnreadableSource(
                new SourceProblem(name, extract.name(), labelOf(extract) + " breaks off: " + cause.getMessage()),
                cause);
    }

    private UnreadableSource problem(Extract extract, String reason) {
        return new UnreadableSource(new SourceProblem(name, extract.name(), reason));
    }

    @Override
    public void close() {
        // Files are open only while they are read.
    }
}
