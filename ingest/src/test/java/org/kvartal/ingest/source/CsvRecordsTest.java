package org.kvartal.ingest.source;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Random records, written as RFC 4180 has it, must come back as they were, from whatever pieces they are read in. */
class CsvRecordsTest {
    private static final int WIDTH = 3;
    private static final String[] PIECES = {
        "a", "bc", ",", "\"", "\n", "\r\n", "\r", " ", "é", "", "\"\"", "x".repeat(50)
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesBackRandomRecords(long seed) throws IOException {
        Random random = new Random(seed);
        List<List<String>> written = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            List<String> fields = List.of("id" + i, field(random), field(random));
            written.add(fields);
            text.append(fields.stream().map(CsvRecordsTest::quoted).collect(Collectors.joining(",")));
            text.append(random.nextBoolean() ? "\n" : "\r\n");
        }
        assertThat(read(new TrickleReader(text.toString(), random))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void losesOnlyTheLineInWhichAQuoteIsLost(long seed) throws IOException {
        Random random = new Random(seed);
        int lost = random.nextInt(200);
        StringBuilder text = new StringBuilder();
        List<List<String>> expected = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean quoted = random.nextInt(3) == 0;
            text.append(i)
                    .append(i == lost ? ",\"open," : quoted ? ",\"a, b\"," : ",a,")
                    .append("c\n");
            if (i != lost) {
                expected.add(List.of("" + i, quoted ? "a, b" : "a", "c"));
            }
        }
        assertThat(read(new StringReader(text.toString()))).isEqualTo(expected);
    }

    private static List<List<String>> read(Reader reader) throws IOException {
        List<List<String>> records = new ArrayList<>();
        RecordReader collector = new RecordReader() {
            @Override
            public void record(long line, String text, String[] fields) {
                records.add(List.of(fields));
            }

            @Override
            public void broken(long line, String text, int field, String value, String rule, String reason) {}

            @Override
            public void broken(long line, String text, String rule, String reason) {}
        };
        try (CsvLines lines = new CsvLines(reader)) {
            CsvRecords all = new CsvRecords(lines, ',');
            while (all.next(WIDTH, collector)) {
                // The collector has it.
            }
        }
        return records;
    }

    private static String field(Random random) {
        StringBuilder field = new StringBuilder();
        for (int pieces = random.nextInt(6); pieces > 0; pieces--) {
            field.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return field.toString();
    }

    private static String quoted(String field) {
        return "\"" + field.replace("\"", "\"\"") + "\"";
    }

    /** Hands out a few characters at a time, so that every boundary of the buffer is met. */
    private static final class TrickleReader extends Reader {
        private final StringReader text;
        private final Random random;

        TrickleReader(String text, Random random) {
            this.text = new StringReader(text);
            this.random = random;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            return text.read(buffer, offset, Math.min(length, 1 + random.nextInt(7)));
        }

        @Override
        public void close() {
            text.close();
        }
    }
}
