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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** A table that a method leaves as CSV, packed if its name ends so. It is there whole or not at all; an earlier one is replaced. */
final class OutputTable implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final String PARQUET = ".parquet";

    private final Path file;
    private final Path unfinished;
    private final OutputColumns columns;
    private final CsvWriter csv;
    private boolean isFinished;

    private OutputTable(Path file, Path unfinished, OutputColumns columns, CsvWriter csv) {
        this.file = file;
        this.unfinished = unfinished;
        this.columns = columns;
        this.csv = csv;
    }

    static void write(Path file, OutputColumns columns, Iterable<List<String>> rows) {
        try (OutputTable table = open(file, columns)) {
            rows.forEach(table::row);
            table.finish();
        }
    }

    /** A table that is written row by row; until it is finished nobody sees it. */
    static OutputTable open(Path file, OutputColumns columns) {
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
            csv.writeRecord(columns.names());
            return new OutputTable(absolute, unfinished, columns, csv);
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
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(PARQUET)) {
                Path parquet = file.resolveSibling(file.getFileName() + ".typed");
                copyToParquet(parquet);
                Files.delete(unfinished);
                Files.move(parquet, file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            }
            isFinished = true;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private void copyToParquet(Path parquet) {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("copy (from read_csv('%s', header = true, sample_size = -1, types = %s)) to '%s'"
                            .formatted(quoted(unfinished), columns.types(), quoted(parquet))
                    + " (format parquet)");
        } catch (SQLException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), new IOException(e));
        }
    }

    private static String quoted(Path path) {
        return path.toString().replace("'", "''");
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
