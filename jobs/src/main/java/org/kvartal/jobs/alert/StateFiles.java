package org.kvartal.jobs.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.NotifyConfig;
import org.kvartal.jobs.disk.WholeFile;
import org.kvartal.jobs.run.RunListener;
import org.kvartal.jobs.run.RunOutcome;
import org.kvartal.jobs.run.RunState;
import org.kvartal.reports.publish.Releases;

/**
 * Two files below the output folder for those who watch from outside: {@code alive.json} tells that the scheduler started
 * something, {@code health.json} in which state the project is. Each is replaced whole.
 */
public final class StateFiles implements RunListener {
    /** Tells which run was started last, and how it ended. */
    public static final String ALIVE = "alive.json";

    /** Tells the state of the project. */
    public static final String HEALTH = "health.json";

    private static final String READABLE = "rw-r--r--";
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final NotifyConfig config;
    private final Clock clock;

    /** What a probe needs to know. */
    enum Health {
        RUNNING,
        OK,
        /** Published, with findings. */
        FINDINGS,
        /** The newest release is older than it should be. */
        STALE,
        /** The last run published nothing. */
        FAILING;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public StateFiles(NotifyConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public void runStarted(RunState run) {
        writeAlive(run.asOf(), run.run(), "running");
        writeHealth(Health.RUNNING, run.asOf(), run.run(), lastError());
    }

    @Override
    public void runEnded(RunOutcome outcome) {
        if (outcome.exitCode() == ExitCode.LOCKED) {
            return;
        }
        String run = outcome.run().map(RunState::run).orElse("");
        boolean published = outcome.release().isPresent();
        writeAlive(outcome.asOf(), run, published ? "published" : "failed");
        String error = published ? "" : outcome.reason().orElse("nothing was published");
        writeHealth(health(outcome), outcome.asOf(), run, error);
    }

    private Health health(RunOutcome outcome) {
        if (outcome.release().isEmpty()) {
            return outcome.exitCode() == ExitCode.DONE_WITH_FINDINGS ? Health.STALE : Health.FAILING;
        }
        if (isLate()) {
            return Health.STALE;
        }
        return outcome.exitCode() == ExitCode.DONE ? Health.OK : Health.FINDINGS;
    }

    private boolean isLate() {
        LocalDate newest = newest().orElse(LocalDate.MIN);
        return schedule()
                .filter(schedule -> newest.isBefore(schedule.lastDue(clock.instant())))
                .isPresent();
    }

    /** Tells that a night is late. */
    void late(LocalDate night, String error) {
        writeHealth(Health.STALE, night, "", error);
    }

    private void writeAlive(LocalDate night, String run, String state) {
        Map<String, Object> alive = new LinkedHashMap<>();
        alive.put("as_of", night.toString());
        alive.put("run", run);
        alive.put("state", state);
        alive.put("at", now());
        LocalDate next = state.equals("published") ? night.plusDays(1) : night;
        alive.put(
                "next_expected",
                schedule().map(schedule -> schedule.due(next).toString()).orElse(""));
        write(ALIVE, alive);
    }

    private void writeHealth(Health status, LocalDate night, String run, String error) {
        Optional<LocalDate> newest = newest();
        Map<String, Object> health = new LinkedHashMap<>();
        health.put("status", status.label());
        health.put("at", now());
        health.put("as_of", night.toString());
        health.put("run", run);
        health.put("last_published", newest.map(LocalDate::toString).orElse(""));
        health.put("last_published_at", newest.map(this::publishedAt).orElse(""));
        health.put("age_days", newest.map(this::age).orElse(null));
        health.put("last_error", error);
        write(HEALTH, health);
    }

    private long age(LocalDate date) {
        return ChronoUnit.DAYS.between(
                date, clock.instant().atZone(config.project().zone()).toLocalDate());
    }

    private Optional<LocalDate> newest() {
        List<LocalDate> dates = new Releases(config.output()).dates();
        return dates.isEmpty() ? Optional.empty() : Optional.of(dates.get(dates.size() - 1));
    }

    /** A date is published when its link is made. */
    private String publishedAt(LocalDate date) {
        Path link = config.output().resolve("published").resolve(date.toString());
        try {
            Instant made =
                    Files.getLastModifiedTime(link, LinkOption.NOFOLLOW_LINKS).toInstant();
            return made.truncatedTo(ChronoUnit.SECONDS).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + link + ": " + e.getMessage(), e);
        }
    }

    private Optional<Schedule> schedule() {
        return config.notifications()
                .expectedBy()
                .map(by -> new Schedule(by, config.project().zone()));
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Stays until a night is published: a run under way has mended nothing yet. */
    private String lastError() {
        Path file = config.output().resolve(HEALTH);
        try {
            return Files.isRegularFile(file)
                    ? MAPPER.readTree(file.toFile()).path("last_error").asText()
                    : "";
        } catch (IOException damaged) {
            return "";
        }
    }

    private void write(String name, Map<String, Object> content) {
        try {
            WholeFile.write(config.output().resolve(name), MAPPER.writeValueAsString(content) + "\n", READABLE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + name + ": " + e.getMessage(), e);
        }
    }
}
