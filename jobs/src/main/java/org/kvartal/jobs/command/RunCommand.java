package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.KvartalConfig;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal run}: one night. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs a night: extract, check, forecast, publish. The same command resumes after any failure.")
public final class RunCommand implements Callable<Integer> {
    @Mixin
    private ProjectOptions project;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Business date, as 2026-03-31; the end of that day counts (default: yesterday).")
    private @Nullable LocalDate asOf;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        KvartalConfig config = project.config();
        LocalDate date = asOf != null
                ? asOf
                : LocalDate.now(Clock.system(config.project().zone())).minusDays(1);
        PrintWriter err = spec.commandLine().getErr();
        ExitCode ended = night(config, date, err);
        new NightSummary(config.output(), date).print(spec.commandLine().getOut(), err);
        return ended.number();
    }

    /** Runs one night with its progress on the terminal. */
    static ExitCode night(KvartalConfig config, LocalDate date, PrintWriter err) {
        Clock clock = new SteadyClock();
        Progress progress = new Progress(new StepTimes(new RunHistory(config.output()).runs()));
        List<RunListener> listeners = new ArrayList<>(Watchers.of(config, clock));
        listeners.add(new TerminalProgress(err, date.toString(), progress));
        RunListener listener = new ShieldedListeners(listeners, err::println);
        Claimant claimant = ThisProcess.describe();
        verify(config, date, listener, claimant);
        return new NightlyRun(config, date, listener, clock, claimant).run();
    }

    /** Whoever watches hears of a night that could not begin, too. */
    private static void verify(KvartalConfig config, LocalDate date, RunListener listener, Claimant claimant) {
        try {
            new Preflight(config, claimant).verify();
        } catch (NotReady e) {
            listener.runEnded(RunOutcome.failed(date, Optional.empty(), e));
            throw e;
        }
    }
}
