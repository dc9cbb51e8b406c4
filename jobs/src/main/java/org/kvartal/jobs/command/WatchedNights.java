package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.KvartalConfig;
import org.kvartal.jobs.log.JsonLog;
import org.kvartal.jobs.log.LibraryMessages;
import org.kvartal.jobs.log.LogFile;
import org.kvartal.jobs.preflight.Preflight;
import org.kvartal.jobs.run.Claimant;
import org.kvartal.jobs.run.NightlyRun;
import org.kvartal.jobs.run.NotReady;
import org.kvartal.jobs.run.RunListener;
import org.kvartal.jobs.run.RunOutcome;
import org.kvartal.jobs.run.ShieldedListeners;
import org.kvartal.jobs.watch.Progress;
import org.kvartal.jobs.watch.RunHistory;
import org.kvartal.jobs.watch.StepTimes;
import org.kvartal.jobs.watch.Watchers;

/** Runs nights before everybody who is to watch them: the terminal, the logs, and what the configuration names. */
final class WatchedNights implements AutoCloseable {
    private static final long MEGABYTE = 1_000_000;

    private final KvartalConfig config;
    private final Clock clock;
    private final PrintWriter err;
    private final Optional<JsonLog> console;
    private final Optional<JsonLog> file;
    private final List<LibraryMessages> libraries = new ArrayList<>();

    /** @param console takes the place of lines for people */
    WatchedNights(KvartalConfig config, Clock clock, PrintWriter err, Optional<JsonLog> console) {
        this.config = config;
        this.clock = clock;
        this.err = err;
        this.console = console;
        this.file = config.watch()
                .log()
                .map(path -> new JsonLog(
                        clock,
                        List.of(new LogFile(
                                path,
                                config.watch().logMegabytes() * MEGABYTE,
                                config.watch().logCount()))));
        console.map(LibraryMessages::insteadOfConsole).ifPresent(libraries::add);
        file.map(LibraryMessages::besideConsole).ifPresent(libraries::add);
    }

    /** Runs one night. Whoever watches hears of one that could not begin, too. */
    ExitCode run(LocalDate date) {
        RunListener listener = new ShieldedListeners(listeners(date), err::println);
        Claimant claimant = ThisProcess.describe();
        try {
            new Preflight(config, claimant).verify();
        } catch (NotReady e) {
            listener.runEnded(RunOutcome.failed(date, Optional.empty(), e));
            throw e;
        }
        return new NightlyRun(config, date, listener, clock, claimant).run();
    }

    private List<RunListener> listeners(LocalDate date) {
        Progress progress = new Progress(new StepTimes(new RunHistory(config.output()).runs()));
        List<RunListener> listeners = new ArrayList<>(Watchers.of(config, clock, err::println));
        listeners.add(console.<RunListener>map(log -> log)
                .orElseGet(() -> new TerminalProgress(err, date.toString(), progress)));
        file.ifPresent(listeners::add);
        return listeners;
    }

    @Override
    public void close() {
        libraries.forEach(LibraryMessages::close);
    }
}
