package org.kvartal.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.kvartal.ingest.lake.FaultPoint;

/**
 * What is known of the last run of a date, whether it finished or not; kept as {@code runs/<as-of>.properties} below the
 * output folder.
 *
 * @param number counts the runs of the date from 1
 * @param config fingerprint of the configuration
 * @param steps those that are done, in order
 */
public record RunState(LocalDate asOf, int number, String config, Stage stage, List<FinishedStep> steps) {

    /** The fingerprint of no configuration: a run with it is never resumed. */
    static final String NO_CONFIG = "";

    private static final String FOLDER = "runs";
    private static final String STEP = "step.";
    private static final String SUFFIX = ".properties";

    /** How far a run has come. */
    public enum Stage {
        RUNNING,
        /** Asked to end before its end. */
        STOPPED,
        FINISHED
    }

    public RunState {
        steps = List.copyOf(steps);
    }

    public static RunState first(LocalDate asOf, String config) {
        return new RunState(asOf, 1, config, Stage.RUNNING, List.of());
    }

    /** The last runs of all dates, oldest date first. */
    public static List<RunState> all(Path output) {
        Path folder = output.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> LocalDate.parse(name.substring(0, name.length() - SUFFIX.length())))
                    .sorted()
                    .flatMap(date -> read(output, date).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    public static Optional<RunState> read(Path output, LocalDate asOf) {
        Path file = file(output, asOf);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(of(asOf, properties));
        } catch (CharacterCodingException | RuntimeException e) {
            throw new IllegalStateException(
                    "Cannot read " + file + ": it is damaged; delete it, and the night of " + asOf + " begins again",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static RunState of(LocalDate asOf, Properties properties) {
        return new RunState(
                asOf,
                Integer.parseInt(properties.getProperty("number")),
                Objects.requireNonNull(properties.getProperty("config")),
                Stage.valueOf(properties.getProperty("stage")),
                steps(properties));
    }

    private static List<FinishedStep> steps(Properties properties) {
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(STEP))
                .sorted()
                .map(name -> step(properties.getProperty(name).split(" ")))
                .toList();
    }

    private static FinishedStep step(String[] words) {
        return new FinishedStep(
                words[0],
                Instant.parse(words[1]),
                Double.parseDouble(words[2]),
                Double.parseDouble(words[3]),
                Long.parseLong(words[4]));
    }

    private static String text(FinishedStep step) {
        return String.join(
                " ",
                step.name(),
                step.started().toString(),
                Double.toString(step.seconds()),
                Double.toString(step.cpuSeconds()),
                Long.toString(step.sparkJobs()));
    }

    public boolean isUnfinished() {
        return stage != Stage.FINISHED;
    }

    /** Whether the same command goes on with this run instead of beginning another. */
    public boolean canResume(String withConfig) {
        return isUnfinished() && config.equals(withConfig);
    }

    /** The run that follows this one. */
    public RunState next(String withConfig) {
        return new RunState(asOf, number + 1, withConfig, Stage.RUNNING, List.of());
    }

    /** The same run, under way again. */
    RunState resumed() {
        return at(Stage.RUNNING);
    }

    RunState stopped() {
        return at(Stage.STOPPED);
    }

    public RunState finished() {
        return at(Stage.FINISHED);
    }

    private RunState at(Stage next) {
        return new RunState(asOf, number, config, next, steps);
    }

    /** The run after one more step. */
    RunState with(FinishedStep step) {
        List<FinishedStep> done = new ArrayList<>(steps);
        done.add(step);
        return new RunState(asOf, number, config, stage, done);
    }

    /** Names the run, as {@code 2026-03-31.2}. */
    public String run() {
        return asOf + "." + number;
    }

    /** Replaces what was kept, in one step. */
    public void write(Path output) {
        Path file = file(output, asOf);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Properties properties = new Properties();
        properties.setProperty("number", Integer.toString(number));
        properties.setProperty("config", config);
        properties.setProperty("stage", stage.name());
        for (int i = 0; i < steps.size(); i++) {
            properties.setProperty("%s%03d".formatted(STEP, i + 1), text(steps.get(i)));
        }
        try {
            Files.createDirectories(file.getParent());
            SortedText.write(fresh, properties);
            FaultPoint.reached("run-state-written");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static Path file(Path output, LocalDate asOf) {
        return output.resolve(FOLDER).resolve(asOf + SUFFIX);
    }
}
