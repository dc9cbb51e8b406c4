package org.kvartal.reports.custom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A test of a section's queries, as text: {@code as of} a date, then tables after the words {@code given} and
 * {@code expect}. Two spaces or a tab stand between columns, and a hyphen for no value.
 */
record GivenAndExpected(LocalDate asOf, List<Rows> given, List<Rows> expected) {
    private static final String AS_OF = "as of ";
    private static final String GIVEN = "given ";
    private static final String EXPECT = "expect ";

    GivenAndExpected {
        given = List.copyOf(given);
        expected = List.copyOf(expected);
    }

    /** @param name of a dataset or a query */
    record Rows(String name, List<String> columns, List<List<String>> values) {
        Rows {
            columns = List.copyOf(columns);
            values = List.copyOf(values);
        }
    }

    static GivenAndExpected read(Path file, String place) {
        try {
            return parsed(Files.readAllLines(file), place);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static GivenAndExpected parsed(List<String> lines, String place) {
        if (lines.isEmpty() || !lines.get(0).startsWith(AS_OF)) {
            throw new InvalidSection(place + ":1", "must begin with \"as of\" and a date");
        }
        List<Rows> given = new ArrayList<>();
        List<Rows> expected = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(GIVEN) || line.startsWith(EXPECT)) {
                (line.startsWith(GIVEN) ? given : expected).add(rows(lines, i, place));
                i = end(lines, i) - 1;
            } else if (!line.isBlank()) {
                throw new InvalidSection(place + ":" + (i + 1), "must be \"given\" or \"expect\" with a name");
            }
        }
        return new GivenAndExpected(date(lines.get(0), place), given, expected);
    }

    private static LocalDate date(String line, String place) {
        try {
            return LocalDate.parse(line.substring(AS_OF.length()).strip());
        } catch (DateTimeParseException e) {
            throw new InvalidSection(place + ":1", "must name a date as 2024-12-31");
        }
    }

    private static int end(List<String> lines, int start) {
        int end = start;
        while (end < lines.size() && !lines.get(end).isBlank()) {
            end++;
        }
        return end;
    }

    private static Rows rows(List<String> lines, int start, String place) {
        String name = lines.get(start).substring(lines.get(start).indexOf(' ')).strip();
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines.subList(start + 1, end(lines, start))) {
            rows.add(Arrays.stream(line.strip().split("\\s{2,}|\\t"))
                    .map(value -> value.equals("-") ? "" : value)
                    .toList());
            if (rows.get(rows.size() - 1).size() != rows.get(0).size()) {
                throw new InvalidSection(
                        place + ":" + (start + rows.size() + 1),
                        "has " + rows.get(rows.size() - 1).size() + " values for "
                                + rows.get(0).size() + " columns; put two spaces between them, and - for none");
            }
        }
        if (rows.isEmpty()) {
            throw new InvalidSection(place + ":" + (start + 1), "must be followed by a line with the names of columns");
        }
        return new Rows(name, rows.get(0), rows.subList(1, rows.size()));
    }
}
