package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.run.RunLock;
import org.kvartal.jobs.run.RunState;
import org.kvartal.jobs.run.ShellWord;
import org.kvartal.reports.publish.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kvartal status}: what is published, what is running, what was left unfinished. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Tells what is published, whether a run is under way, and what was left unfinished.")
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    private ProjectOptions project;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path output = project.output();
        PrintWriter out = spec.commandLine().getOut();
        List<LocalDate> dates = new Releases(output).dates();
        out.println("output      " + output);
        out.println("published   "
                + (dates.isEmpty()
                        ? "nothing yet"
                        : dates.size() + " dates, " + dates.get(0) + " to " + dates.get(dates.size() - 1)));
        new Releases(output)
                .stale()
                .ifPresent(mark -> out.println("stale       " + mark.asOf() + " is not published: " + mark.reason()));
        out.println(
                "running     " + RunLock.holder(output, ThisProcess.describe()).orElse("no"));
        for (RunState state : RunState.all(output)) {
            if (state.isUnfinished()) {
                out.println((state.stage() == RunState.Stage.STOPPED ? "stopped     " : "unfinished  ") + state.run()
                        + "; resume with: kvartal run --as-of " + state.asOf() + " --out " + ShellWord.of(output));
            }
        }
        out.flush();
        return ExitCode.DONE.number();
    }
}
