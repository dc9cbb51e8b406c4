package org.kvartal.jobs.analyze;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** A table that a method leaves as CSV, packed if its name ends so. It is there whole or not at all; an earlier one is replaced. */
final class OutputTable implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path unfinished;
    private final CsvWriter csv;
    private boolean isFinished;

    private OutputTable(Path file, Path unfinished, CsvWriter csv) {
        this.file = file;
        this.unfinished = unfinished;
        this.csv = csv;
    }

    static void write(Path file, List<String> header, Iterable<List<String>> rows) {
        try (OutputTable table = open(file, header)) {
            rows.forEach(table::row);
            table.finish();
        }
    }

    /** A table that is written row by row; until it is finished nobody sees it. */
    static OutputTable open(Path file, List<String> header) {
        Path absolute = file.toAbsolutePath();
        Path unfinished = absolute.resolveSibling(absolute.getFileName() + ".unfinished");
        try {
            Files.createDirectories(absolute.getParent());
            OutputStream bytes = Files.newOutputStream(unfinished);
            boolean isPacked = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
            OutputStream written = isPacked ? new GZIPOutputStream(bytes, BUFFER) : bytes;
            CsvWriter csv = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.LF)
                    .build(new OutputStreamWriter(written, StandardCharsets.UTF_8));
            csv.writeRecord(header);
            return new OutputTable(absolute, unfinished, csv);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    void row(List<String> cells) {
        try {
            csv.writeRecord(cells);
        } catch (UncheckedIOException e) {
            throw unwritable(file, e.getCause());
        }
    }

    /** Puts the table into its place. */
    void finish() {
        try {
            csv.close();
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            isFinished = true;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Removes what was not finished. */
    @Override
    public void close() {
        if (isFinished) {
            return;
        }
        try {
            csv.close();
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static UncheckedIOException unwritable(Path file, IOException e) {
        return new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
    }
}
