package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.NotifyConfig;
import org.kvartal.jobs.notify.Notifier;
import org.kvartal.jobs.run.RunRecord;
import org.kvartal.reports.publish.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal notify}: the outbox. */
@Command(
        name = "notify",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the messages that wait in the outbox, and those that were given up.",
            "Exit code 5 when something still waits."
        })
public final class NotifyCommand implements Callable<Integer> {
    @Mixin
    private ProjectOptions project;

    @Option(names = "--retry", description = "Send what waits, each message once.")
    private boolean retry;

    @Option(names = "--test", description = "Send a test over every channel.")
    private boolean test;

    @Option(
            names = "--report",
            description = "Send the newest report to those of delivery who have not got one with its content.")
    private boolean report;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        NotifyConfig config = project.notifyConfig();
        PrintWriter out = spec.commandLine().getOut();
        Notifier notifier = new Notifier(
                config.notifications(),
                config.output(),
                new SteadyClock(),
                spec.commandLine().getErr()::println);
        if (test) {
            notifier.tellTest(config.project().name());
        }
        if (report) {
            deliver(config, notifier);
        }
        if (retry || test || report) {
            notifier.send();
        }
        List<String> waiting = notifier.waiting();
        notifier.givenUp().forEach(message -> out.println("given up  " + message));
        waiting.forEach(message -> out.println("waiting   " + message));
        if (waiting.isEmpty()) {
            out.println("nothing waits");
        }
        out.flush();
        return (waiting.isEmpty() ? ExitCode.DONE : ExitCode.UNREACHABLE).number();
    }

    private static void deliver(NotifyConfig config, Notifier notifier) {
        Path latest = new Releases(config.output())
                .latest()
                .orElseThrow(() -> new InvalidUse("Cannot send a report: nothing is published yet"));
        LocalDate date = RunRecord.asOf(latest);
        notifier.deliver(date, RunRecord.run(latest), latest);
    }
}
