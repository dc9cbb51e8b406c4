package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.KvartalConfig;
import org.kvartal.jobs.log.JsonLog;
import org.kvartal.jobs.run.Backlog;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal backfill}: the nights that a range of days lacks. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the nights that are missing between two days, oldest first, and says before which they are and why.",
            "A night before the newest one published takes what the lake knows of its date; it changes neither the newest"
                    + " release nor the nights to come.",
            "It stops at the first night that cannot be published; the same command goes on there."
        })
public final class BackfillCommand implements Callable<Integer> {
    @Mixin
    private ProjectOptions project;

    @Mixin
    private LogOptions log;

    @Option(names = "--from", paramLabel = "DATE", required = true, description = "First business date.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", required = true, description = "Last business date.")
    private LocalDate to;

    @ArgGroup
    private @Nullable Which which;

    @Spec
    private CommandSpec spec;

    /** Which of the days. */
    static final class Which {
        @Option(names = "--only-missing", description = "Leave out what is published (the default).")
        private boolean onlyMissing;

        @Option(names = "--again", description = "Run the published ones too.")
        private boolean again;
    }

    @Override
    public Integer call() {
        if (to.isBefore(from)) {
            throw new InvalidUse(
                    "Cannot run from " + from + " to " + to + ": the first day must not be after the last");
        }
        Clock clock = new SteadyClock();
        Optional<JsonLog> console = log.console(spec, clock);
        KvartalConfig config = project.config();
        Backlog.Wanted wanted = which != null && which.again ? Backlog.Wanted.ALL : Backlog.Wanted.MISSING;
        List<Backlog.Entry> nights = Backlog.of(config.output(), from, to, wanted);
        PrintWriter err = spec.commandLine().getErr();
        err.println("kvartal: " + counted(nights.size()) + " to run from " + from + " to " + to);
        nights.forEach(night -> err.println(night.asOf() + "  " + night.reason().text()));
        err.flush();
        try (WatchedNights watched = new WatchedNights(config, clock, err, console)) {
            return worst(config, nights, watched, err).number();
        }
    }

    private ExitCode worst(KvartalConfig config, List<Backlog.Entry> nights, WatchedNights watched, PrintWriter err) {
        ExitCode worst = ExitCode.DONE;
        for (int done = 0; done < nights.size(); done++) {
            LocalDate date = nights.get(done).asOf();
            try {
                ExitCode ended = watched.run(date);
                worst = ended.number() > worst.number() ? ended : worst;
            } catch (RuntimeException e) {
                err.println("kvartal: " + counted(nights.size() - done) + " left, from " + date
                        + " on; the same command goes on there");
                throw e;
            }
            new NightSummary(config.output(), date).print(spec.commandLine().getOut(), err);
        }
        return worst;
    }

    private static String counted(int nights) {
        return nights == 1 ? "1 night" : nights + " nights";
    }
}
