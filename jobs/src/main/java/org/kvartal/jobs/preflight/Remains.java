package org.kvartal.jobs.preflight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvartal.jobs.run.Claimant;
import org.kvartal.jobs.run.RunLock;
import org.kvartal.jobs.run.RunState;
import org.kvartal.jobs.run.ShellWord;

/** Who holds the lock, and what earlier runs have left behind. */
final class Remains {
    private static final String LOCK = "lock";

    private Remains() {}

    static List<Finding> check(Path output, Claimant seeker) {
        List<Finding> findings = new ArrayList<>();
        Optional<String> holder = RunLock.holder(output, seeker);
        findings.add(holder.map(
                        other -> Finding.warn(LOCK, "a run is under way (" + other + "): another one would end with 4"))
                .orElseGet(() -> Finding.ok(LOCK, "no run is under way")));
        if (holder.isEmpty()) {
            RunState.all(output).stream()
                    .filter(RunState::isUnfinished)
                    .map(state -> Finding.warn(
                            "unfinished",
                            "run " + state.run() + " was not finished: resume with kvartal run --as-of " + state.asOf()
                                    + " --out " + ShellWord.of(output)))
                    .forEach(findings::add);
        }
        long waiting = files(output.resolve("outbox").resolve("waiting"));
        if (waiting > 0) {
            findings.add(
                    Finding.warn("outbox", waiting + " messages wait in the outbox: can the mail server be reached?"));
        }
        return findings;
    }

    private static long files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder + ": " + e.getMessage(), e);
        }
    }
}
