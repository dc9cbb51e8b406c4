package org.kvartal.jobs.analyze;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class AnalyzeCommandTest {
    private static final Set<String> METHODS =
            new CommandLine(new AnalyzeCommand()).getSubcommands().keySet();

    @Test
    void offersEveryMethodThatHasACommand() throws IOException {
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/kvartal/jobs/analyze"))) {
            Set<String> commands = sources.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Command.java") && !name.equals("AnalyzeCommand.java"))
                    .map(name -> name.replace("Command.java", "")
                            .replaceAll("(?<=.)([A-Z])", "-$1")
                            .toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            assertThat(METHODS).isEqualTo(commands);
        }
    }

    @Test
    void isDescribedInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        assertThat(METHODS).allSatisfy(method -> assertThat(readme).contains("| `analyze " + method + "` |"));
    }
}
