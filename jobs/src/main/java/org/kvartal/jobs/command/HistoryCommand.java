package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.h2.tools.SimpleResultSet;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.run.FinishedStep;
import org.kvartal.jobs.watch.PastRun;
import org.kvartal.jobs.watch.RunHistory;
import org.kvartal.jobs.watch.StepTimes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal history}: every attempt at a run there ever was. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Lists the runs there were, newest first, those that failed or were killed too.")
public final class HistoryCommand implements Callable<Integer> {
    private static final int PERCENT = 100;

    @Mixin
    private ProjectOptions project;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many runs (default: all).")
    private int limit = Integer.MAX_VALUE;

    @Option(
            names = "--steps",
            description = "The steps of the newest run instead, beside the median of the runs before it.")
    private boolean steps;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, csv or json (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    private ResultFormat format;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        if (limit < 1) {
            throw new InvalidUse("Invalid --limit " + limit + ": must be 1 or more");
        }
        List<PastRun> runs = new ArrayList<>(new RunHistory(project.output()).runs());
        PrintWriter out = spec.commandLine().getOut();
        try (ResultSet rows = steps ? steps(runs) : attempts(runs)) {
            format.to(out).print(rows);
        }
        out.flush();
        return ExitCode.DONE.number();
    }

    private SimpleResultSet attempts(List<PastRun> oldestFirst) {
        SimpleResultSet rows = columns("as_of run started_at seconds cpu_seconds read_count loaded_count"
                + " quarantined_count broken_count exit_code step release reason");
        List<PastRun> runs = new ArrayList<>(oldestFirst);
        Collections.reverse(runs);
        runs.stream().limit(limit).forEach(run -> rows.addRow(values(run)));
        return rows;
    }

    private static Object[] values(PastRun run) {
        boolean ended = run.exitCode().isPresent();
        return new Object[] {
            run.asOf(),
            run.run(),
            run.started().toString(),
            ended ? run.seconds() : null,
            ended ? run.cpuSeconds() : null,
            run.published() ? run.rows().read() : null,
            run.published() ? run.rows().loaded() : null,
            run.published() ? run.rows().quarantined() : null,
            run.published() ? run.rows().broken() : null,
            ended ? run.exitCode().getAsInt() : null,
            run.step(),
            run.release(),
            ended ? run.reason() : "killed, or still under way"
        };
    }

    /** The last attempt that finished a step. */
    private static SimpleResultSet steps(List<PastRun> runs) {
        SimpleResultSet rows = columns("run step seconds median_seconds percent_of_median cpu_seconds spark_jobs");
        int newest = runs.size() - 1;
        while (newest >= 0 && runs.get(newest).steps().isEmpty()) {
            newest--;
        }
        if (newest >= 0) {
            PastRun run = runs.get(newest);
            StepTimes before = new StepTimes(runs.subList(0, newest));
            run.steps().forEach(step -> rows.addRow(values(run, step, before.median(step.name()))));
        }
        return rows;
    }

    private static Object[] values(PastRun run, FinishedStep step, OptionalDouble median) {
        boolean known = median.isPresent() && median.getAsDouble() > 0;
        return new Object[] {
            run.run(),
            step.name(),
            step.seconds(),
            median.isPresent() ? median.getAsDouble() : null,
            known ? Math.round(step.seconds() / median.getAsDouble() * PERCENT) : null,
            step.cpuSeconds(),
            step.sparkJobs()
        };
    }

    private static SimpleResultSet columns(String names) {
        SimpleResultSet rows = new SimpleResultSet();
        for (String name : names.split(" ")) {
            rows.addColumn(name, Types.JAVA_OBJECT, 0, 0);
        }
        return rows;
    }
}
