package org.kvartal.ingest.preset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A CSV file in which every spoilt row, labelled with its defect, is followed by a sound one. */
final class DirtyFile {

    /** A row that is spoilt, where it stands, and what must become of it. */
    record Defect(String label, String table, long line, String outcome) {
        @Override
        public String toString() {
            return table + ": " + label;
        }
    }

    private final String table;
    private final Map<String, String> sound;
    private final StringBuilder text = new StringBuilder();
    private final List<Defect> defects = new ArrayList<>();
    private long line = 1;
    private int soundRows;

    /** @param sound values of a sound row by column; {@code #} stands for the number of the row */
    DirtyFile(String table, Map<String, String> sound) {
        this.table = table;
        this.sound = new LinkedHashMap<>(sound);
        text.append(String.join(",", sound.keySet())).append('\n');
        addSound();
    }

    /** A row with some other values, and what must become of it. */
    DirtyFile row(String label, String outcome, String... columnsAndValues) {
        Map<String, String> values = values("x" + defects.size());
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            if (values.put(columnsAndValues[i], columnsAndValues[i + 1]) == null) {
                throw new IllegalArgumentException("Invalid column " + columnsAndValues[i]);
            }
        }
        return text(label, outcome, join(values));
    }

    /** A row as it stands in the file. */
    DirtyFile text(String label, String outcome, String row) {
        defects.add(new Defect(label, table, line + 1, outcome));
        add(row);
        addSound();
        return this;
    }

    /** The values of a sound row with another number. */
    Map<String, String> values(String number) {
        Map<String, String> values = new LinkedHashMap<>();
        sound.forEach((column, value) -> values.put(column, value.replace("#", number)));
        return values;
    }

    static String join(Map<String, String> values) {
        return values.values().stream().map(DirtyFile::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String value) {
        return value.matches("(?s).*[,\"\n\r].*") ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
    }

    private void addSound() {
        soundRows++;
        add(join(values("%02d".formatted(soundRows))));
    }

    private void add(String row) {
        text.append(row).append('\n');
        line += 1 + row.chars().filter(character -> character == '\n').count();
    }

    List<Defect> defects() {
        return defects;
    }

    int soundRows() {
        return soundRows;
    }

    String table() {
        return table;
    }

    /** Writes the file; a {@code \u00FF} becomes a byte that UTF-8 does not have. */
    void write(Path folder) throws IOException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] kept = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean isMarker = bytes[i] == (byte) 0xC3 && bytes[i + 1] == (byte) 0xBF;
            kept[length++] = isMarker ? (byte) 0xFF : bytes[i];
            i += isMarker ? 1 : 0;
        }
        Files.write(folder.resolve(table + ".csv"), Arrays.copyOf(kept, length));
    }
}
