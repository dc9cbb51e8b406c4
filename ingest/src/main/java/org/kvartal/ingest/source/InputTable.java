package org.kvartal.ingest.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A table in one file that a user hands to a method: CSV (UTF-8, commas; also gzip), XLSX or Parquet.
 *
 * <p>All rows are read before anything is computed. What is wrong with them is collected and told at once, with file, line,
 * column and value.
 */
public final class InputTable {
    private static final CsvDialect CSV = new CsvDialect(StandardCharsets.UTF_8, ',');

    private final Path file;
    private final Map<String, String> spellings;
    private final List<String> required;
    private final List<String> optional;

    private InputTable(Path file, Map<String, String> spellings, List<String> required, List<String> optional) {
        this.file = file;
        this.spellings = spellings;
        this.required = required;
        this.optional = optional;
    }

    /**
     * @param spellings how a column is called in the file, by the name it has here, where the two differ
     * @param required columns that the file must have, by the names they have here
     * @param optional columns that it may have; all others keep the names of the file
     */
    public static InputTable of(
            Path file, Map<String, String> spellings, List<String> required, List<String> optional) {
        return new InputTable(file, Map.copyOf(spellings), List.copyOf(required), List.copyOf(optional));
    }

    /** Hands every row to the reader. The row is valid during the call only. */
    public void read(Consumer<InputRow> reader) {
        read(reader, () -> {});
    }

    /**
     * Hands every row to the reader.
     *
     * @param end called behind the last row; what it refuses of earlier rows is told with all other defects
     */
    public void read(Consumer<InputRow> reader, Runnable end) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidInput("Cannot read %s: %s"
                    .formatted(
                            file, Files.isDirectory(file) ? "it is a folder; name a file" : "there is no such file"));
        }
        InputDefects defects = new InputDefects(file);
        try (FileRecords records = FileForm.of(file.getFileName().toString()).open(file, CSV, "")) {
            FileHeader header = new FileHeader();
            if (!records.next(FileRecords.ANY_WIDTH, header)) {
                throw new InvalidInput("Cannot read " + file + ": it is empty; its first line must name the columns");
            }
            header.defect().ifPresent(defect -> {
                throw new InvalidInput("Cannot read " + file + ": " + defect);
            });
            Map<String, Integer> places = places(header.names());
            int width = header.names().size();
            Rows rows = new Rows(new InputRow(places, header.names(), defects), reader, defects);
            while (records.next(width, rows)) {
                defects.failWhenMany();
            }
            end.run();
        } catch (IOException e) {
            throw new InvalidInput("Cannot read " + file + ": " + e.getMessage());
        }
        defects.failWhenAny();
    }

    private Map<String, Integer> places(List<String> names) {
        Map<String, Integer> found = new LinkedHashMap<>();
        Set<String> repeated = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (found.putIfAbsent(bare(names.get(i)), i) != null) {
                repeated.add(bare(names.get(i)));
            }
        }
        Map<String, Integer> places = new LinkedHashMap<>();
        Stream.concat(required.stream(), optional.stream()).forEach(name -> {
            String bare = bare(spellings.getOrDefault(name, name));
            Integer place = found.remove(bare);
            if (repeated.contains(bare)) {
                throw new InvalidInput("Cannot read %s: it has two columns for %s; keep or rename one"
                        .formatted(file, spellings.getOrDefault(name, name)));
            }
            if (place != null) {
                places.put(name, place);
            }
        });
        List<String> missing = required.stream()
                .filter(name -> !places.containsKey(name))
                .map(name -> spellings.getOrDefault(name, name))
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidInput("Cannot read %s: it has no column %s; it has %s"
                    .formatted(file, String.join(", ", missing), String.join(", ", names)));
        }
        found.values().forEach(place -> places.putIfAbsent(names.get(place), place));
        return places;
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ _]", "");
    }

    /** Passes records on as rows, and what is no record on as a defect. */
    private record Rows(InputRow row, Consumer<InputRow> reader, InputDefects defects) implements RecordReader {
        @Override
        public void record(long line, String text, String[] fields) {
            row.at(line, fields);
            reader.accept(row);
        }

        @Override
        public void broken(long line, String text, int field, String value, String rule, String reason) {
            defects.add(line, "column " + (field + 1), value, reason);
        }

        @Override
        public void broken(long line, String text, String rule, String reason) {
            defects.add(line, "the line", text, reason);
        }
    }
}
