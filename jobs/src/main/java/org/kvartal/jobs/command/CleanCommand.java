package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.KvartalConfig;
import org.kvartal.jobs.clean.Cleaning;
import org.kvartal.jobs.clean.Removal;
import org.kvartal.jobs.disk.Bytes;
import org.kvartal.jobs.run.RunLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal clean}: removes what retention does not keep. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description = {
            "Removes old releases, states of the lake and files that nothing needs any more, as section retention of the"
                    + " configuration says.",
            "The newest release, those that it refers to, and whatever a reader of the last day may hold stay."
        })
public final class CleanCommand implements Callable<Integer> {
    @Mixin
    private ProjectOptions project;

    @Option(names = "--dry-run", description = "Only list what would go, with its bytes.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec;

    @Override
    @SuppressWarnings("try")
    public Integer call() {
        KvartalConfig config = project.config();
        Path output = config.output();
        PrintWriter out = spec.commandLine().getOut();
        try (RunLock lock = RunLock.take(output, ThisProcess.describe())) {
            Cleaning cleaning = new Cleaning(output, config.retention(), new SteadyClock().instant());
            List<Removal> removals = cleaning.removals();
            if (!dryRun) {
                cleaning.clean();
            }
            for (Removal removal : removals) {
                out.println(output.relativize(removal.path()) + "  " + removal.bytes() + "  " + removal.why());
            }
            out.flush();
            long bytes = removals.stream().mapToLong(Removal::bytes).sum();
            spec.commandLine()
                    .getErr()
                    .println("kvartal: " + (dryRun ? "would remove " : "removed ") + removals.size()
                            + " files and folders, " + Bytes.text(bytes));
        }
        return ExitCode.DONE.number();
    }
}
