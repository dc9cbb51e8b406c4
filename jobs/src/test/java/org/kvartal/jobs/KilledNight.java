package org.kvartal.jobs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.ingest.lake.FaultPoint;

/** A night that is killed at a point again and again, each time by a process of its own, and goes on each time. */
final class KilledNight {
    private final TinyProject project;
    private final List<String> done = new ArrayList<>();

    KilledNight(TinyProject project) {
        this.project = project;
    }

    /**
     * How an attempt at the night ended.
     *
     * @param steps those that it finished
     * @param redone those among them that an attempt before had finished
     */
    record Attempt(int exitCode, List<String> steps, List<String> redone, String err) {
        Attempt {
            steps = List.copyOf(steps);
            redone = List.copyOf(redone);
        }

        boolean killed() {
            return exitCode == FaultPoint.KILLED;
        }
    }

    boolean hasFinished(String step) {
        return done.contains(step);
    }

    /** Starts or resumes the night, which dies at a point, as {@code extract/lake-file-written:2}. */
    Attempt killedAt(String point) {
        return attempt("-D" + FaultPoint.SETTING + "=" + point + ":kill");
    }

    /** Starts or resumes the night, and nothing disturbs it. */
    Attempt undisturbed() {
        return attempt("-Dkvartal.undisturbed=true");
    }

    private Attempt attempt(String setting) {
        ProcessBuilder builder = OwnProcess.of(project.night());
        builder.command().add(1, setting);
        List<String> lines = new ArrayList<>();
        try {
            Process process =
                    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            try (BufferedReader err = process.errorReader()) {
                err.lines().forEach(lines::add);
            }
            return ended(process.waitFor(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run the night: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cannot wait for the night: interrupted", e);
        }
    }

    private Attempt ended(int exitCode, List<String> lines) {
        List<String> steps = steps(lines);
        List<String> redone = steps.stream().filter(done::contains).toList();
        done.addAll(steps);
        return new Attempt(exitCode, steps, redone, String.join("\n", lines));
    }

    /** The steps that a night tells of as they end. */
    static List<String> steps(List<String> lines) {
        return lines.stream()
                .filter(line -> line.matches("\\d{4}-\\d\\d-\\d\\d  .* s"))
                .map(line -> line.split(" +")[1])
                .toList();
    }
}
