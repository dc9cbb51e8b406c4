package org.kvartal.jobs.analyze;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Rows of a file, by column; a change makes another sheet. All rows have the columns of the first. */
record Sheet(List<Map<String, String>> rows) {
    Sheet where(Predicate<Map<String, String>> isKept) {
        return new Sheet(rows.stream().filter(isKept).toList());
    }

    Sheet each(Consumer<Map<String, String>> change) {
        return new Sheet(rows.stream()
                .<Map<String, String>>map(LinkedHashMap::new)
                .peek(change)
                .toList());
    }

    Sheet row(int number, Consumer<Map<String, String>> change) {
        Map<String, String> chosen = rows.get(number);
        List<Map<String, String>> changed = new ArrayList<>(rows);
        Map<String, String> copy = new LinkedHashMap<>(chosen);
        change.accept(copy);
        changed.set(number, copy);
        return new Sheet(changed);
    }

    Sheet and(Sheet more) {
        return new Sheet(Stream.concat(rows.stream(), more.rows().stream()).toList());
    }

    Sheet first(int count) {
        return new Sheet(rows.subList(0, count));
    }

    Sheet renamed(String from, String to) {
        return new Sheet(rows.stream()
                .map(row -> {
                    Map<String, String> copy = new LinkedHashMap<>();
                    row.forEach((column, value) -> copy.put(column.equals(from) ? to : column, value));
                    return copy;
                })
                .<Map<String, String>>map(row -> row)
                .toList());
    }

    String csv() {
        StringBuilder text = new StringBuilder(String.join(",", rows.get(0).keySet())).append('\n');
        rows.forEach(row -> text.append(String.join(",", row.values())).append('\n'));
        return text.toString();
    }

    Path write(Path file) throws IOException {
        return Files.writeString(file, csv());
    }

    Path pack(Path file) throws IOException {
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write(csv().getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
