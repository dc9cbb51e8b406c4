package org.kvartal.ingest.source;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A line of 64 MB is read with a heap of 24 MB. */
class LongLineTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x | length: must have at most 1048576 characters in a line",
                "\" | length: must have at most 1048576 characters in a line",
            })
    void isKeptOutInLittleMemory(String first, String reason) throws IOException, InterruptedException {
        try (BufferedWriter file = Files.newBufferedWriter(folder.resolve("lines.csv"))) {
            file.write("id,name\n1,a\n2," + first);
            for (int i = 0; i < 64; i++) {
                file.write("x".repeat(1 << 20));
            }
            file.write("\n3,b\n");
        }
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongLine.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = reader.inputReader()) {
            assertThat(out.lines()).containsExactly("[2 [1, a], 4 [3, b]] [lines.csv:3  =  " + reason + "]");
        }
        assertThat(reader.waitFor()).isZero();
    }
}
