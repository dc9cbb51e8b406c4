package org.kvartal.jobs.analyze;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal analyze survival}: how long things last when some have not ended yet. */
@Command(
        name = "survival",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Estimates how long requests, deals or anything else lasts, when some are still going on: by Kaplan and Meier, with"
                    + " several ways to end by Aalen and Johansen, and compares groups by the log-rank test.",
            "",
            "--input: one row per subject. Time is how long it lasted or has lasted so far. Event is 1 or true when it ended,"
                    + " 0, false or empty when it is still going on; a column of 1 and 2 only is read as R reads it, 2 for"
                    + " ended. Any other word names the way in which it ended.",
            "--out: measure, group, end, time, estimate, lo95, hi95, n, events, note. Measures: median and p90 (empty when not"
                    + " reached), survival (the share still going on after each time), incidence (the share that has ended in"
                    + " this way), log-rank (the statistic; its degrees of freedom and p are in the note). Intervals of"
                    + " survival are on the logarithmic scale."
        })
public final class SurvivalCommand implements Callable<Integer> {
    @Option(names = "--input", paramLabel = "FILE", required = true, description = "One row per subject.")
    private Path input;

    @Option(names = "--time", paramLabel = "COLUMN", required = true, description = "How long; at least 0.")
    private String time;

    @Option(names = "--event", paramLabel = "COLUMN", required = true, description = "Whether, or how, it ended.")
    private String event;

    @Option(names = "--group", paramLabel = "COLUMN", description = "What to compare.")
    private @Nullable String group;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The table described above.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SurvivalFile file = new SurvivalFile(input, time, event, group);
        SurvivalTable.write(out, file.read());
        file.remark().ifPresent(remark -> spec.commandLine().getErr().println("kvartal: " + remark));
        return ExitCode.DONE.number();
    }
}
