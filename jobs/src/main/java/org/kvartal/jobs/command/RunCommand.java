package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.gate.Acceptance;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.KvartalConfig;
import org.kvartal.jobs.log.JsonLog;
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

    @Mixin
    private LogOptions log;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Business date, as 2026-03-31; the end of that day counts (default: yesterday).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--accept",
            paramLabel = "GATE:TABLE",
            description = "Lets a table through a gate on this night, as row-drop:opportunities; repeatable.")
    private List<String> accepted = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Clock clock = new SteadyClock();
        Optional<JsonLog> console = log.console(spec, clock);
        PrintWriter err = spec.commandLine().getErr();
        KvartalConfig config = UnreadableConfig.told(project, asOf, err, console);
        LocalDate date = asOf != null
                ? asOf
                : LocalDate.ofInstant(clock.instant(), config.project().zone()).minusDays(1);
        new MissedNights(config.output(), date).tell(err);
        ExitCode ended = night(config.accepting(date, acceptances()), date, clock, err, console);
        new NightSummary(config.output(), date).print(spec.commandLine().getOut(), err);
        return ended.number();
    }

    private List<Acceptance> acceptances() {
        try {
            return accepted.stream().map(Acceptance::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new InvalidUse("Invalid --accept " + String.join(" ", accepted) + ": " + e.getMessage());
        }
    }

    /** Runs one night with its progress on the terminal. */
    static ExitCode night(KvartalConfig config, LocalDate date, PrintWriter err) {
        return night(config, date, new SteadyClock(), err, Optional.empty());
    }

    private static ExitCode night(
            KvartalConfig config, LocalDate date, Clock clock, PrintWriter err, Optional<JsonLog> console) {
        try (WatchedNights nights = new WatchedNights(config, clock, err, console)) {
            return nights.run(date);
        }
    }
}
