package org.kvartal.forecast.timeseries;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reference numbers: lines of a key and numbers, under a head that states where they come from. */
public final class GoldenFile {
    private final Map<String, double[]> rows = new LinkedHashMap<>();

    private GoldenFile() {}

    /** Reads a file beside the test class. */
    public static GoldenFile read(Class<?> test, String name) {
        GoldenFile golden = new GoldenFile();
        try (InputStream in = test.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(golden::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return golden;
    }

    private void add(String line) {
        String[] words = line.trim().split("\\s+");
        int firstNumber = 0;
        while (firstNumber < words.length && !words[firstNumber].matches("-?(\\d.*|NA|NaN|Inf)")) {
            firstNumber++;
        }
        String key = String.join(" ", Arrays.copyOf(words, firstNumber));
        double[] numbers = Arrays.stream(words, firstNumber, words.length)
                .mapToDouble(word -> word.startsWith("NA") ? Double.NaN : Double.parseDouble(word))
                .toArray();
        rows.put(key, numbers);
    }

    /** All keys, in the order of the file. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(rows.keySet());
    }

    public double[] row(String key) {
        double[] row = rows.get(key);
        if (row == null) {
            throw new IllegalArgumentException("Cannot find row " + key + " among " + rows.keySet());
        }
        return row.clone();
    }

    public double number(String key) {
        return row(key)[0];
    }
}
