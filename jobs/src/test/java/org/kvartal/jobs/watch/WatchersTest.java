package org.kvartal.jobs.watch;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.openlineage.client.OpenLineage.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.run.FinishedStep;
import org.kvartal.jobs.run.RunListener;
import org.kvartal.jobs.run.RunOutcome;
import org.kvartal.jobs.run.RunState;

import static org.assertj.core.api.Assertions.assertThat;

/** Metrics for Prometheus and events for OpenLineage. */
class WatchersTest {
    private static final Instant NOON = Instant.parse("2024-07-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final LocalDate DAY = LocalDate.parse("2024-06-30");
    private static final RunState RUN = RunState.first(DAY, "abc");

    /** A sample of the text format of Prometheus: name, labels, value. */
    private static final Pattern SAMPLE =
            Pattern.compile("([a-z_][a-z0-9_]*)\\{((?:[a-z_]+=\"[^\"\\n]*\",?)+)} (-?[0-9.E+-]+)");

    @TempDir
    Path output;

    @Test
    void writesTheStateOfAPublishedProject() throws IOException, SQLException {
        publish(ExampleRelease.in(output));
        Map<String, Double> samples = samples();
        assertThat(samples)
                .containsEntry("kvartal_run_exit_code{project=\"Tiny\"}", 1.0)
                .containsEntry("kvartal_last_success_timestamp_seconds{project=\"Tiny\"}", seconds(NOON))
                .containsEntry("kvartal_step_duration_seconds{project=\"Tiny\",step=\"load-tables\"}", 2.5)
                .containsEntry("kvartal_rows{fate=\"quarantined\",project=\"Tiny\",table=\"opportunities\"}", 10.0)
                .containsEntry("kvartal_quarantine_ratio{project=\"Tiny\"}", 0.1)
                .containsEntry("kvartal_source_age_seconds{project=\"Tiny\",source=\"crm\"}", 21_600.0)
                .containsEntry("kvartal_forecast_mase{measure=\"bookings\",method=\"auto\",project=\"Tiny\"}", 0.625)
                .containsEntry("kvartal_locked{project=\"Tiny\"}", 0.0)
                .containsEntry("kvartal_releases{project=\"Tiny\"}", 1.0);
        assertThat(samples.get("kvartal_releases_size_bytes{project=\"Tiny\"}")).isGreaterThan(1000);
        assertThat(samples.keySet()).noneMatch(name -> name.contains("coverage_95"));
    }

    @Test
    void keepsTheTimeOfTheLastSuccessWhenANightFails() throws IOException, SQLException {
        publish(ExampleRelease.in(output));
        Clock later = Clock.fixed(NOON.plusSeconds(86_400), ZoneOffset.UTC);
        List<RunListener> watchers = watchers(later);
        watchers.forEach(watcher -> watcher.runStarted(RUN));
        watchers.forEach(watcher -> watcher.runEnded(failed()));
        assertThat(samples())
                .containsEntry("kvartal_run_exit_code{project=\"Tiny\"}", 2.0)
                .containsEntry("kvartal_run_end_timestamp_seconds{project=\"Tiny\"}", seconds(NOON) + 86_400)
                .containsEntry("kvartal_last_success_timestamp_seconds{project=\"Tiny\"}", seconds(NOON));
    }

    @Test
    void writesMetricsWhereNothingWasEverPublished() throws IOException {
        watchers(CLOCK)
                .forEach(watcher -> watcher.runEnded(new RunOutcome(
                        DAY, Optional.empty(), ExitCode.LOCKED, Optional.empty(), Optional.empty(), Optional.empty())));
        assertThat(samples())
                .containsEntry("kvartal_locked{project=\"Tiny\"}", 1.0)
                .containsEntry("kvartal_run_exit_code{project=\"Tiny\"}", 4.0);
    }

    @Test
    void tellsWhatEachStepReadAndWrote() throws IOException, SQLException {
        publish(ExampleRelease.in(output));
        List<JsonNode> events = events();
        assertThat(events)
                .extracting(event -> event.path("eventType").asText() + " "
                        + event.path("job").path("name").asText())
                .containsExactly(
                        "START kvartal.nightly",
                        "START kvartal.nightly.load-tables",
                        "START kvartal.nightly.build-marts",
                        "COMPLETE kvartal.nightly.load-tables",
                        "COMPLETE kvartal.nightly.build-marts",
                        "COMPLETE kvartal.nightly");
        assertThat(events.get(3).at("/inputs/0/namespace").asText()).isEqualTo("Tiny/sources/crm");
        assertThat(events.get(3).at("/inputs/0/name").asText()).isEqualTo("deals");
        assertThat(events.get(3)
                        .at("/outputs/0/outputFacets/outputStatistics/rowCount")
                        .asInt())
                .isEqualTo(90);
        assertThat(events.get(4).at("/inputs/0/name").asText()).isEqualTo("crm.opportunities");
        assertThat(events.get(4).at("/inputs/0/facets/schema/fields/0/type").asText())
                .isEqualTo("decimal(18,2)");
        assertThat(events.get(4).at("/outputs/0/name").asText()).isEqualTo("mart.closed_by_month");
        assertThat(events.get(4).at("/run/facets/parent/run/runId"))
                .isEqualTo(events.get(0).at("/run/runId"));
        assertThat(events.get(3).at("/run/runId")).isEqualTo(events.get(1).at("/run/runId"));
    }

    @Test
    void tellsTheStepThatFailedWithItsMessage() throws IOException {
        List<RunListener> watchers = watchers(CLOCK);
        watchers.forEach(watcher -> watcher.runStarted(RUN));
        watchers.forEach(watcher -> watcher.stepStarted("load-tables"));
        watchers.forEach(watcher -> watcher.runEnded(failed()));
        List<JsonNode> events = events();
        assertThat(events)
                .extracting(event -> event.path("eventType").asText())
                .containsExactly("START", "START", "FAIL", "FAIL");
        assertThat(events.get(2).at("/run/facets/errorMessage/message").asText())
                .isEqualTo("disk full");
        assertThat(events.get(3).at("/job/name").asText()).isEqualTo("kvartal.nightly");
    }

    private void publish(Path release) {
        List<RunListener> watchers = watchers(CLOCK);
        watchers.forEach(watcher -> watcher.runStarted(RUN));
        for (String step : List.of("load-tables", "build-marts")) {
            watchers.forEach(watcher -> watcher.stepStarted(step));
            watchers.forEach(watcher -> watcher.stepEnded(new FinishedStep(step, NOON, 2.5, 1, 0)));
        }
        RunOutcome outcome = new RunOutcome(
                DAY,
                Optional.of(RUN.finished()),
                ExitCode.DONE_WITH_FINDINGS,
                Optional.empty(),
                Optional.empty(),
                Optional.of(release));
        watchers.forEach(watcher -> watcher.runEnded(outcome));
    }

    private static RunOutcome failed() {
        return new RunOutcome(
                DAY,
                Optional.of(RUN),
                ExitCode.FAILED,
                Optional.of("load-tables"),
                Optional.of(new IllegalStateException("disk full")),
                Optional.empty());
    }

    private List<RunListener> watchers(Clock clock) {
        return List.of(
                new HistoryKeeper(output, clock, () -> Duration.ZERO),
                new LineageFile(output.resolve("lineage.jsonl"), "Tiny", ZoneOffset.UTC, output, clock),
                new MetricsFile(output.resolve("kvartal.prom"), "Tiny", ZoneOffset.UTC, output));
    }

    private static double seconds(Instant time) {
        return time.getEpochSecond();
    }

    /** Every line is a comment with a known keyword or a sample; names and types are announced before. */
    private Map<String, Double> samples() throws IOException {
        Map<String, Double> samples = new TreeMap<>();
        for (String line : Files.readAllLines(output.resolve("kvartal.prom"))) {
            if (line.startsWith("#")) {
                assertThat(line).matches("# (HELP|TYPE) kvartal_[a-z0-9_]+ .+");
            } else {
                Matcher sample = SAMPLE.matcher(line);
                assertThat(sample.matches()).as(line).isTrue();
                samples.put(sample.group(1) + "{" + sample.group(2) + "}", Double.valueOf(sample.group(3)));
            }
        }
        return samples;
    }

    /** The client of OpenLineage reads each line, and knows every field of it. */
    private List<JsonNode> events() throws IOException {
        ObjectMapper strict = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        List<JsonNode> events = new ArrayList<>();
        for (String line : Files.readAllLines(output.resolve("lineage.jsonl"))) {
            RunEvent event = strict.readValue(line, RunEvent.class);
            assertThat(event.getRun().getRunId().version()).isEqualTo(3);
            assertThat(event.getEventTime()).isNotNull();
            events.add(strict.readTree(line));
        }
        return events;
    }
}
