package org.kvartal.jobs.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.settings.Surroundings;
import org.kvartal.ingest.source.SourceUnreachable;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.NotifyConfig;
import org.kvartal.jobs.run.RunListener;
import org.kvartal.jobs.run.RunOutcome;
import org.kvartal.jobs.run.RunState;
import org.kvartal.jobs.run.ShieldedListeners;
import org.kvartal.jobs.run.StepFailed;

import static org.assertj.core.api.Assertions.assertThat;

/** What a channel hears, and what the files of state say, after runs that end in one way or another. */
class RunAlertsTest {
    private static final LocalDate MARCH = LocalDate.parse("2026-03-31");
    private static final String CLEAN = "{\"sections\": [], \"row_balance\": []}";
    private static final String QUARANTINED = """
            {"row_balance": [{"table": "opportunities", "quarantined_count": 12},
                             {"table": "accounts", "quarantined_count": 0}]}
            """;
    private static final String BLOCKED = """
            {"sections": [{"section": "outlook", "blocked": true, "reason": "too few rows"},
                          {"section": "people", "blocked": false, "reason": ""}]}
            """;

    @TempDir
    Path folder;

    private Path output;
    private Instant now = Instant.parse("2026-04-01T02:30:00Z");
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void create() throws IOException {
        output = Files.createDirectories(folder.resolve("out dir"));
    }

    private NotifyConfig config(String more) throws IOException {
        Path file = folder.resolve("kvartal.yaml");
        Files.writeString(file, """
                project: { name: Meridian, currency: EUR }
                output: { folder: "out dir" }
                sources: { crm: { preset: there-is-none, password: secret } }
                notifications:
                  channels:
                    log: { kind: file, append-to: log.jsonl }
                """ + more);
        return NotifyConfig.read(file, new Surroundings(Map.of(), folder, Map.of()));
    }

    private RunListener listener() throws IOException {
        return listener("  expected-by: \"06:00\"\n");
    }

    private RunListener listener(String more) throws IOException {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        NotifyConfig config = config(more);
        return new ShieldedListeners(
                List.of(new StateFiles(config, clock), new RunAlerts(config, clock, lines::add)), lines::add);
    }

    private Optional<RunState> run(LocalDate date) {
        return Optional.of(RunState.first(date, "c0ffee"));
    }

    private void failed(LocalDate date, Throwable cause) throws IOException {
        listener().runEnded(RunOutcome.failed(date, run(date), cause));
    }

    private void published(LocalDate date, ExitCode code, String runJson) throws IOException {
        Path release = Files.createDirectories(output.resolve("published").resolve(date.toString()));
        Files.writeString(release.resolve("run.json"), runJson);
        Files.writeString(release.resolve("checks.json"), """
                {"checks": [{"table": "accounts", "rule": "named", "severity": "warning", "failed_count": 7}]}
                """);
        listener()
                .runEnded(new RunOutcome(
                        date, run(date), code, Optional.empty(), Optional.empty(), Optional.of(release)));
    }

    private List<JsonNode> told() throws IOException {
        Path log = folder.resolve("log.jsonl");
        List<JsonNode> told = new ArrayList<>();
        for (String line : Files.exists(log) ? Files.readAllLines(log) : List.<String>of()) {
            told.add(new ObjectMapper().readTree(line));
        }
        return told;
    }

    private List<String> events() throws IOException {
        return told().stream().map(told -> told.path("event").asText()).toList();
    }

    private JsonNode file(String name) throws IOException {
        return new ObjectMapper().readTree(output.resolve(name).toFile());
    }

    @Test
    void tellsWhichStepFailedWhyAndWhatToType() throws IOException {
        failed(
                MARCH,
                new StepFailed(
                        "extract",
                        new SourceUnreachable(
                                "Cannot reach source crm",
                                SourceUnreachable.Outlook.values()[0],
                                new IOException("no route"))));

        JsonNode told = told().get(0);
        assertThat(told.path("event").asText()).isEqualTo("failed");
        assertThat(told.path("step").asText()).isEqualTo("extract");
        assertThat(told.path("cause").asText())
                .contains("crm")
                .doesNotContain("run the same command again")
                .doesNotContain("step extract failed");
        assertThat(told.path("next").asText()).isEqualTo("kvartal run --as-of 2026-03-31 --out '" + output + "'");
        assertThat(lines).isEmpty();
    }

    @Test
    void saysNothingOfASuccessUnlessAsked() throws IOException {
        published(MARCH, ExitCode.DONE, CLEAN);
        assertThat(told()).isEmpty();
        assertThat(file("health.json").path("status").asText()).isEqualTo("ok");
    }

    @Test
    void tellsFindingsAndBlockedSectionsOnce() throws IOException {
        published(MARCH, ExitCode.DONE_WITH_FINDINGS, QUARANTINED);
        published(MARCH, ExitCode.DONE_WITH_FINDINGS, QUARANTINED);
        published(MARCH.plusDays(1), ExitCode.DONE_WITH_FINDINGS, BLOCKED);

        assertThat(events()).containsExactly("findings", "blocked");
        assertThat(told().get(0).path("cause").asText()).isEqualTo("12 rows of opportunities in quarantine");
        assertThat(told().get(1).path("cause").asText()).isEqualTo("sections outlook (too few rows)");
    }

    @Test
    void tellsOfEarlierNightsOnlyFailures() throws IOException {
        published(MARCH, ExitCode.DONE, CLEAN);
        published(MARCH.minusDays(3), ExitCode.DONE_WITH_FINDINGS, QUARANTINED);
        failed(MARCH.minusDays(2), new IllegalStateException("disk full"));

        assertThat(events()).containsExactly("failed");
    }

    @Test
    void tellsThatANightStoppedByAGateIsBlocked() throws IOException {
        published(MARCH, ExitCode.DONE, CLEAN);
        listener()
                .runEnded(new RunOutcome(
                        MARCH.plusDays(1),
                        run(MARCH.plusDays(1)),
                        ExitCode.DONE_WITH_FINDINGS,
                        Optional.empty(),
                        Optional.of(new IllegalStateException("not published: opportunities fell by 40 %")),
                        Optional.empty()));

        assertThat(events()).containsExactly("blocked");
        assertThat(told().get(0).path("cause").asText()).isEqualTo("not published: opportunities fell by 40 %");
        assertThat(file("health.json").path("status").asText()).isEqualTo("stale");
    }

    @Test
    void tellsARecoveryOnceAndWhichNightIsStillMissing() throws IOException {
        failed(MARCH, new IllegalStateException("disk full"));
        failed(MARCH, new IllegalStateException("disk full"));
        published(MARCH.minusDays(9), ExitCode.DONE, CLEAN);
        assertThat(events()).containsExactly("failed");

        published(MARCH.plusDays(1), ExitCode.DONE, CLEAN);
        published(MARCH.plusDays(2), ExitCode.DONE, CLEAN);
        assertThat(events()).containsExactly("failed", "recovered");
        assertThat(told().get(1).path("cause").asText()).isEqualTo("still not published: [2026-03-31]");
        assertThat(told().get(1).path("next").asText()).startsWith("kvartal run --as-of 2026-03-31 --out");

        failed(MARCH.plusDays(3), new IllegalStateException("disk full"));
        published(MARCH.plusDays(3), ExitCode.DONE, CLEAN);
        assertThat(events()).containsExactly("failed", "recovered", "failed", "recovered");
        assertThat(told().get(3).path("cause").asText()).isEmpty();
    }

    @Test
    void leavesAloneWhatAnotherRunIsDoing() throws IOException {
        listener().runStarted(run(MARCH).orElseThrow());
        String before = Files.readString(output.resolve("health.json"));
        listener()
                .runEnded(new RunOutcome(
                        MARCH,
                        Optional.empty(),
                        ExitCode.LOCKED,
                        Optional.empty(),
                        Optional.of(new IllegalStateException("Cannot start: another run")),
                        Optional.empty()));

        assertThat(told()).isEmpty();
        assertThat(output.resolve("health.json")).hasContent(before);
    }

    @Test
    void keepsTheStateInFiles() throws IOException {
        listener().runStarted(run(MARCH).orElseThrow());
        assertThat(file("alive.json").toString())
                .isEqualTo("{\"as_of\":\"2026-03-31\",\"run\":\"2026-03-31.1\",\"state\":\"running\","
                        + "\"at\":\"2026-04-01T02:30:00Z\",\"next_expected\":\"2026-04-01T06:00:00Z\"}");
        assertThat(file("health.json").toString())
                .isEqualTo("{\"status\":\"running\",\"at\":\"2026-04-01T02:30:00Z\",\"as_of\":\"2026-03-31\","
                        + "\"run\":\"2026-03-31.1\",\"last_published\":\"\",\"last_published_at\":\"\","
                        + "\"age_days\":null,\"last_error\":\"\"}");

        failed(MARCH, new IllegalStateException("disk full"));
        assertThat(file("alive.json").path("state").asText()).isEqualTo("failed");
        assertThat(file("health.json").path("status").asText()).isEqualTo("failing");
        assertThat(file("health.json").path("last_error").asText()).isEqualTo("disk full");

        listener().runStarted(run(MARCH).orElseThrow());
        assertThat(file("health.json").path("last_error").asText()).isEqualTo("disk full");

        published(MARCH, ExitCode.DONE_WITH_FINDINGS, QUARANTINED);
        assertThat(file("alive.json").path("next_expected").asText()).isEqualTo("2026-04-02T06:00:00Z");
        JsonNode health = file("health.json");
        assertThat(health.path("status").asText()).isEqualTo("findings");
        assertThat(health.path("last_published").asText()).isEqualTo("2026-03-31");
        assertThat(health.path("age_days").asLong()).isEqualTo(1);
        assertThat(health.path("last_error").asText()).isEmpty();
        assertThat(lines).isEmpty();
    }

    @Test
    void isStaleWhenAnOlderNightIsPublishedThanTheOneExpected() throws IOException {
        now = Instant.parse("2026-04-02T07:00:00Z");
        published(MARCH, ExitCode.DONE, CLEAN);
        assertThat(file("health.json").path("status").asText()).isEqualTo("stale");

        now = Instant.parse("2026-04-02T05:59:00Z");
        published(MARCH, ExitCode.DONE, CLEAN);
        assertThat(file("health.json").path("status").asText()).isEqualTo("ok");
    }

    private Optional<String> look(LocalDate night) throws IOException {
        return new Overdue(config(""), Clock.fixed(now, ZoneOffset.UTC), lines::add).look(night);
    }

    @Test
    void tellsOnceThatANightIsLate() throws IOException {
        assertThat(look(MARCH)).contains("no run was ever started; nothing is published yet");
        published(MARCH, ExitCode.DONE, CLEAN);
        assertThat(look(MARCH)).isEmpty();
        assertThat(look(MARCH.plusDays(1)))
                .contains(
                        "it was never started; the last run was that of 2026-03-31; the newest published is 2026-03-31");
        listener().runStarted(run(MARCH.plusDays(1)).orElseThrow());
        assertThat(look(MARCH.plusDays(1)))
                .contains("its run was started and has not ended, 2026-04-01T02:30:00Z;"
                        + " the newest published is 2026-03-31");
        assertThat(file("health.json").path("status").asText()).isEqualTo("stale");

        published(MARCH.plusDays(1), ExitCode.DONE, CLEAN);
        assertThat(events()).containsExactly("late", "recovered", "late", "recovered");
    }

    @Test
    void tellsEvenWhenTheOutboxCannotBeWritten() throws IOException {
        Files.writeString(output.resolve("outbox"), "a file where the folder should be");
        failed(MARCH, new IllegalStateException("disk full"));

        assertThat(events()).containsExactly("failed");
        assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(line).startsWith("kvartal: Cannot write "));
    }

    @Test
    void isQuietWhenNothingIsConfigured() throws IOException {
        Path file = folder.resolve("plain.yaml");
        Files.writeString(file, "project: { name: Meridian, currency: EUR }\noutput: { folder: \"out dir\" }\n");
        NotifyConfig plain = NotifyConfig.read(file, new Surroundings(Map.of(), folder, Map.of()));
        new RunAlerts(plain, Clock.fixed(now, ZoneOffset.UTC), lines::add)
                .runEnded(RunOutcome.failed(MARCH, run(MARCH), new IllegalStateException("disk full")));

        assertThat(lines).isEmpty();
        assertThat(output).isEmptyDirectory();
    }
}
