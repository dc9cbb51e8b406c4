package org.kvartal.jobs.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.jobs.run.FinishedStep;
import org.kvartal.jobs.run.RunOutcome;
import org.kvartal.jobs.run.RunState;

import static org.assertj.core.api.Assertions.assertThat;

class JsonLogTest {
    private static final Instant NOON = Instant.parse("2024-07-01T12:00:00Z");
    private static final RunState RUN = RunState.first(LocalDate.parse("2024-06-30"), "abc");

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();
    private final JsonLog log = new JsonLog(Clock.fixed(NOON, ZoneOffset.UTC), List.of(lines::add));

    @Test
    void tellsTheRunAndTheStepOfEveryLine() throws IOException {
        log.runStarted(RUN);
        log.stepStarted("extract");
        log.printed("kvartal: crm answers slowly");
        log.stepEnded(new FinishedStep("extract", NOON, 1.5, 2.5, 3));
        assertThat(lines.get(1))
                .isEqualTo("{\"ts\":\"2024-07-01T12:00:00Z\",\"level\":\"warn\",\"run\":\"2024-06-30.1\","
                        + "\"as_of\":\"2024-06-30\",\"step\":\"extract\",\"logger\":\"kvartal\","
                        + "\"message\":\"crm answers slowly\"}");
        assertThat(parsed(2).path("seconds").asDouble()).isEqualTo(1.5);
        assertThat(parsed(2).path("spark_jobs").asInt()).isEqualTo(3);
    }

    @Test
    void callsWhatIsPrintedAfterAFailureAnError() throws IOException {
        log.runStarted(RUN);
        log.runEnded(RunOutcome.failed(RUN.asOf(), Optional.of(RUN), new IllegalStateException("disk full")));
        log.printed("kvartal: disk full");
        assertThat(parsed(1).path("exit_code").asInt()).isEqualTo(2);
        assertThat(parsed(2).path("level").asText()).isEqualTo("error");
    }

    @Test
    void keepsAHostileMessageOnOneLineAndLooksNothingUp() throws IOException {
        PrintWriter printed = new PrintWriter(new LogLines(log), true);
        printed.println("${jndi:ldap://x} \u001b[31mred \u202eright\u202c \u0085next");
        log.write("error", "org.apache.Thing", "first\nsecond\r\n{\"level\":\"info\"}", Map.of());
        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).matches("[\\x20-\\x7e]*"));
        assertThat(parsed(0).path("message").asText()).isEqualTo("${jndi:ldap://x} \u001b[31mred ?right? ?next");
        assertThat(parsed(1).path("message").asText()).isEqualTo("first\nsecond\r\n{\"level\":\"info\"}");
    }

    @Test
    void keepsTheLinesOfOneMessageTogether() throws IOException {
        PrintWriter printed = new PrintWriter(new LogLines(log), true);
        printed.println("kvartal: Invalid configuration:\nkvartal.yaml:3: project.name = must be given");
        log.beginFailed();
        printed.println("kvartal: next");
        assertThat(lines).hasSize(2);
        assertThat(parsed(0).path("message").asText())
                .isEqualTo("Invalid configuration:\nkvartal.yaml:3: project.name = must be given");
        assertThat(parsed(1).path("level").asText()).isEqualTo("error");
    }

    @Test
    void takesWhatLibrariesSayWhileItIsOpen() throws IOException {
        try (LibraryMessages messages = LibraryMessages.insteadOfConsole(log)) {
            assertThat(messages.isStarted()).isTrue();
            LogManager.getLogger("org.example.Pool").error("no connection", new IllegalStateException("refused"));
        }
        LogManager.getLogger("org.example.Pool").error("after the end, for the console");
        assertThat(lines).hasSize(1);
        assertThat(parsed(0).path("logger").asText()).isEqualTo("org.example.Pool");
        assertThat(parsed(0).path("exception").asText()).isEqualTo("java.lang.IllegalStateException: refused");
    }

    @Test
    void laysAFullFileAsideAndKeepsOnlySoMany() throws IOException {
        Path file = folder.resolve("logs/kvartal.log");
        LogFile written = new LogFile(file, 10, 2);
        for (String line : List.of("first line", "second line", "third line", "fourth line")) {
            written.accept(line);
        }
        assertThat(Files.readString(file)).isEqualTo("fourth line\n");
        assertThat(Files.readString(folder.resolve("logs/kvartal.log.1"))).isEqualTo("third line\n");
        assertThat(Files.readString(folder.resolve("logs/kvartal.log.2"))).isEqualTo("second line\n");
        assertThat(folder.resolve("logs/kvartal.log.3")).doesNotExist();
    }

    private JsonNode parsed(int line) throws IOException {
        return new ObjectMapper().readTree(lines.get(line));
    }
}
