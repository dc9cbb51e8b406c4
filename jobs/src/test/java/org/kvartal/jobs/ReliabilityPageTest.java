package org.kvartal.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page on reliability names tests that there are. */
class ReliabilityPageTest {
    private static final Pattern NAMED = Pattern.compile("`(?<type>\\w+Test)#(?<member>\\w+)`");
    private static final int FAULTS = 50;

    @Test
    void hasALineForEachFaultWithTestsThatThereAre() throws IOException {
        String page = Files.readString(Path.of("../docs/reliability.md"));
        assertThat(page.lines().filter(line -> line.matches("\\| \\d+ \\|.*"))).hasSize(FAULTS);

        Map<String, String> tests = tests();
        List<String> absent = new ArrayList<>();
        Matcher named = NAMED.matcher(page);
        while (named.find()) {
            String text = tests.getOrDefault(named.group("type"), "");
            if (!Pattern.compile("\\b" + named.group("member") + "\\b")
                    .matcher(text)
                    .find()) {
                absent.add(named.group());
            }
        }
        assertThat(absent).isEmpty();
    }

    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        for (String module : List.of("ingest", "forecast/core", "forecast/run", "reports", "jobs")) {
            try (Stream<Path> found = Files.walk(Path.of("..", module, "src/test/java"))) {
                for (Path file : found.filter(path -> path.toString().endsWith("Test.java"))
                        .toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    tests.merge(name, Files.readString(file), String::concat);
                }
            }
        }
        return tests;
    }
}
