package org.kvartal.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** How a file is written; its name tells. */
enum FileForm {
    CSV,
    XLSX,
    PARQUET;

    static final String GZIP = ".gz";

    private static final int BUFFER = 1 << 16;

    /** What is neither XLSX nor Parquet is CSV, whatever it is called. */
    static FileForm of(String name) {
        String bare = unpacked(name.toLowerCase(Locale.ROOT));
        return bare.endsWith(".xlsx") ? XLSX : bare.endsWith(".parquet") ? PARQUET : CSV;
    }

    private static String unpacked(String name) {
        return name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
    }

    /**
     * Opens a file of this form.
     *
     * @param table also the name of the sheet that is meant in a workbook with several
     */
    FileRecords open(Path file, CsvDialect dialect, String table) throws IOException {
        String name = file.getFileName().toString();
        boolean isPacked = name.toLowerCase(Locale.ROOT).endsWith(GZIP);
        if (isPacked && this != CSV) {
            throw new InvalidFile("is not read: only CSV may be packed as " + GZIP);
        }
        return switch (this) {
            case CSV -> csv(file, dialect);
            case XLSX -> XlsxRecords.open(file, List.of(table, name.substring(0, name.lastIndexOf('.'))));
            case PARQUET -> ParquetRecords.open(file);
        };
    }

    private static FileRecords csv(Path file, CsvDialect dialect) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            boolean isPacked = file.toString().toLowerCase(Locale.ROOT).endsWith(GZIP);
            InputStream text = isPacked ? new GZIPInputStream(bytes, BUFFER) : bytes;
            return new CsvRecords(new CsvLines(new InputStreamReader(text, dialect.encoding())), dialect.delimiter());
        } catch (IOException unreadable) {
            bytes.close();
            throw unreadable;
        }
    }
}
