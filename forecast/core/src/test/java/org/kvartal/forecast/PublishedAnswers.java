package org.kvartal.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Files of published data; a test whose file is absent is skipped. */
public final class PublishedAnswers {
    private PublishedAnswers() {}

    /** The lines of a file below {@code data/methods}, split at commas, without the header. */
    public static List<String[]> rows(String file) throws IOException {
        String setting = Optional.ofNullable(System.getProperty("KVARTAL_SHARED"))
                .or(() -> Optional.ofNullable(System.getenv("KVARTAL_SHARED")))
                .orElse("../../../shared");
        Path path = Path.of(setting, "data", "methods").resolve(file);
        assumeTrue(Files.exists(path), () -> "shared data absent: " + path);
        try (Stream<String> lines = Files.lines(path)) {
            return lines.skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(",", -1))
                    .toList();
        }
    }
}
