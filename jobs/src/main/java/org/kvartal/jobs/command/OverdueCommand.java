package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.NotifyConfig;
import org.kvartal.jobs.alert.Overdue;
import org.kvartal.jobs.alert.Schedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal overdue}: has the night been published that should be by now? */
@Command(
        name = "overdue",
        mixinStandardHelpOptions = true,
        description = {
            "Looks whether the night that must be published by now is, and tells the channels once when it is late.",
            "Exit code 0 when it is published, 1 when it is late. For a line of cron of its own."
        })
public final class OverdueCommand implements Callable<Integer> {
    @Mixin
    private ProjectOptions project;

    @Option(
            names = "--by",
            paramLabel = "HH:MM",
            description = "When the night of the day before must be published, in the project's time zone (default:"
                    + " notifications.expected-by).")
    private @Nullable LocalTime by;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Look for the night of this date, whatever the time.")
    private @Nullable LocalDate asOf;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        NotifyConfig config = project.notifyConfig();
        PrintWriter out = spec.commandLine().getOut();
        Clock clock = new SteadyClock();
        LocalDate night = asOf != null ? asOf : schedule(config).lastDue(clock.instant());
        Optional<String> late = new Overdue(config, clock, spec.commandLine().getErr()::println).look(night);
        out.println(
                "night of " + night + late.map(known -> " is late: " + known).orElse(" is published"));
        out.flush();
        return (late.isEmpty() ? ExitCode.DONE : ExitCode.DONE_WITH_FINDINGS).number();
    }

    private Schedule schedule(NotifyConfig config) {
        LocalTime time = by != null
                ? by
                : config.notifications()
                        .expectedBy()
                        .orElseThrow(
                                () -> new InvalidUse(
                                        "Cannot tell whether a night is late: give --by HH:MM or set notifications.expected-by"));
        return new Schedule(time, config.project().zone());
    }
}
