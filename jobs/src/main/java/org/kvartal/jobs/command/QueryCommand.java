package org.kvartal.jobs.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.ExitCode;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.publish.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kvartal query}: SQL on the published datasets. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = "Answers SQL on the published datasets: crm.opportunities, mart.bookings_by_month, quarantine.…")
public final class QueryCommand implements Callable<Integer> {
    @Mixin
    private ProjectOptions project;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Release to read (default: the newest).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, csv or json (default: table).",
            defaultValue = "table")
    private ResultFormat format;

    @Parameters(paramLabel = "SQL", description = "One statement.")
    private String sql;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Datasets datasets = Datasets.open(release().resolve("data"))) {
            datasets.query(sql, format.to(spec.commandLine().getOut()));
        }
        spec.commandLine().getOut().flush();
        return ExitCode.DONE.number();
    }

    private Path release() {
        Path output = project.output();
        Releases releases = new Releases(output);
        if (asOf == null) {
            return releases.latest()
                    .orElseThrow(() -> new InvalidUse("Cannot query " + output + ": nothing is published there yet"));
        }
        return releases.of(asOf)
                .orElseThrow(() -> new InvalidUse(
                        "Cannot query " + output + " as of " + asOf + ": published dates are " + releases.dates()));
    }
}
