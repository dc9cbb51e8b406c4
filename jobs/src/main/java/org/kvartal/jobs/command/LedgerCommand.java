package org.kvartal.jobs.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.run.RunRecord;
import org.kvartal.reports.data.RowPrinter;
import org.kvartal.reports.ledger.Ledger;
import org.kvartal.reports.ledger.Measure;
import org.kvartal.reports.ledger.Slice;
import org.kvartal.reports.publish.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal ledger}: what moved the pipeline or the outlook between two days. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what moved the open pipeline, or the outlook of the quarter, between the ends of two days: every change"
                    + " in one bucket, to the cent.",
            "A day with a published night is taken as it was published, any other as history.opportunities has it."
        })
public final class LedgerCommand implements Callable<Integer> {
    @Mixin
    private ProjectOptions project;

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "Day on whose end the ledger starts.")
    private LocalDate from;

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "Day on whose end it ends.")
    private LocalDate to;

    @Option(
            names = "--by",
            paramLabel = "SLICE",
            description =
                    "Split by owner, region, product, segment, stage or month (promised); each adds up by itself.")
    private @Nullable Slice slice;

    @Option(
            names = "--outlook",
            description = "The outlook of the quarter, between two published nights, instead of the open pipeline.")
    private boolean outlook;

    @Option(names = "--deals", description = "List the changes deal by deal.")
    private boolean deals;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, csv or json (default: table).",
            defaultValue = "table")
    private ResultFormat format;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (deals && slice != null) {
            throw new InvalidUse("Invalid --by: the list of --deals has every slice already");
        }
        Measure measure = outlook ? Measure.OUTLOOK : Measure.PIPELINE;
        RowPrinter printer = format.to(spec.commandLine().getOut());
        Releases releases = releases();
        Path newest = releases.latest().orElseThrow();
        try (Ledger ledger = Ledger.between(from, to, releases, RunRecord.zone(newest))) {
            if (deals) {
                ledger.changes(measure, printer);
            } else if (slice == null) {
                ledger.bridge(measure, printer);
            } else {
                ledger.bridge(measure, slice, printer);
            }
        }
        spec.commandLine().getOut().flush();
        return ExitCode.DONE.number();
    }

    private Releases releases() {
        Path output = project.output();
        Releases releases = new Releases(output);
        if (releases.latest().isEmpty()) {
            throw new InvalidUse("Cannot compare days of " + output + ": nothing is published there yet");
        }
        return releases;
    }
}
