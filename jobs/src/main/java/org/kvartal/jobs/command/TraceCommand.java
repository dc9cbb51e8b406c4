package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.run.PublishedRun;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.publish.Releases;
import org.kvartal.reports.trace.Trace;
import org.kvartal.reports.trace.TraceRegistry;
import org.kvartal.reports.trace.TraceStep;
import org.kvartal.reports.trace.TypedCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kvartal trace}: from a printed number to the rows of the source. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = {
            "Tells where a printed number comes from: formula, filters, run, snapshots, and the rows behind it.",
            "The code stands beside the number, on screen as well as on paper; small letters will do."
        })
public final class TraceCommand implements Callable<Integer> {
    private static final int FEWEST_SHOWN = 0;

    @Mixin
    private ReleaseOptions release;

    @Parameters(paramLabel = "CODE", description = "Trace code, as 173S2C.")
    private String code;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            description = "How the value is written: en, ru, sk, pl, fa (default: en).",
            defaultValue = "en")
    private String language;

    @Option(
            names = "--rows",
            paramLabel = "FILE",
            description = "Write all rows behind the number to a .parquet or .csv file.")
    private @Nullable Path file;

    @Option(names = "--limit", paramLabel = "N", description = "Rows to show (default: 10).", defaultValue = "10")
    private int limit;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (limit < FEWEST_SHOWN) {
            throw new InvalidUse("Invalid --limit: " + limit + " must be at least " + FEWEST_SHOWN);
        }
        if (file != null && !file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(csv|parquet)")) {
            throw new InvalidUse("Invalid --rows: '" + file + "' must end in .csv or .parquet");
        }
        Path folder = release.release("trace");
        TraceRegistry registry = TraceRegistry.read(folder)
                .orElseThrow(() -> new InvalidUse("Cannot trace " + code + ": the release " + folder
                        + " was made before codes were kept; run its date again"));
        Trace trace = find(registry, PublishedRun.of(folder).asOf());
        try (Datasets datasets = Datasets.open(folder.resolve(Releases.DATA))) {
            return answer(folder, registry, trace, datasets).number();
        }
    }

    private ExitCode answer(Path folder, TraceRegistry registry, Trace trace, Datasets datasets) {
        PrintWriter out = spec.commandLine().getOut();
        List<TraceStep> steps = TraceStep.of(trace, registry, datasets);
        boolean isGiven = trace.isGivenBy(datasets);
        new TraceText(trace, registry, PublishedRun.of(folder), Locale.forLanguageTag(language))
                .print(steps, isGiven, out);
        TraceStep last = steps.get(steps.size() - 1);
        if (limit > 0) {
            out.println();
            out.println("First rows of " + last.table().table());
            datasets.query("select * from (" + last.sql() + ") limit " + limit, ResultFormat.TABLE.to(out));
        }
        if (file != null) {
            Datasets.copy(folder.resolve(Releases.DATA), last.sql(), file);
            out.println(last.rows() + " rows of " + last.table().table() + " written to " + file);
        }
        out.flush();
        return isGiven ? ExitCode.DONE : ExitCode.DONE_WITH_FINDINGS;
    }

    private Trace find(TraceRegistry registry, String asOf) {
        String printed = TypedCode.printed(code);
        Map<String, Trace> traces = registry.byCode();
        Trace trace = traces.get(printed);
        if (trace != null) {
            return trace;
        }
        List<String> near = TypedCode.near(printed, traces.keySet());
        String meant = near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?";
        String elsewhere = elsewhere(printed);
        throw new InvalidUse("Invalid CODE: the report as of " + asOf + " prints no number with the code " + printed
                + (elsewhere.isEmpty() ? meant : "; " + elsewhere));
    }

    /** Paper may be old: the newest other report that prints the code. */
    private String elsewhere(String printed) {
        Releases releases = release.all();
        List<LocalDate> dates = releases.dates();
        for (int i = dates.size() - 1; i >= 0; i--) {
            boolean isThere = releases.of(dates.get(i))
                    .flatMap(TraceRegistry::read)
                    .map(registry -> registry.byCode().containsKey(printed))
                    .orElse(false);
            if (isThere) {
                return "that of " + dates.get(i) + " does: --as-of " + dates.get(i);
            }
        }
        return "";
    }
}
