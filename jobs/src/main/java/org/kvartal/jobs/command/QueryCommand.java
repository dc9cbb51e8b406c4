package org.kvartal.jobs.command;

import java.util.concurrent.Callable;
import org.kvartal.jobs.ExitCode;
import org.kvartal.reports.data.Datasets;
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
    private ReleaseOptions release;

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
        try (Datasets datasets = release.datasets("query")) {
            datasets.query(sql, format.to(spec.commandLine().getOut()));
        }
        spec.commandLine().getOut().flush();
        return ExitCode.DONE.number();
    }
}
