package org.kvartal.forecast.timeseries.combination;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small text resource: lines of a name and numbers, and comments after {@code #}. */
final class NumberTable {
    private NumberTable() {}

    /** The numbers of each name of a resource beside this class. */
    static Map<String, double[]> read(String name) {
        Map<String, double[]> rows = new LinkedHashMap<>();
        try (InputStream in = NumberTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Cannot read resource: " + name);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] words = line.trim().split("\\s+");
                        rows.put(
                                words[0],
                                Arrays.stream(words, 1, words.length)
                                        .mapToDouble(Double::parseDouble)
                                        .toArray());
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read resource: " + name, e);
        }
        return rows;
    }
}
