package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.jobs.ExitCode;
import org.kvartal.reports.data.Datasets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal check}: every row that broke a rule. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Lists all rows of a release that broke a rule, quarantined or flagged, with their origin."
                + " Without --rule a summary of the broken rules comes first; with --format csv or json it goes to"
                + " standard error.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing failed, or only warnings",
            "1:rows are quarantined, or a rule of severity error failed"
        })
public final class CheckCommand implements Callable<Integer> {
    @Mixin
    private ReleaseOptions release;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description = "Only the rows that broke this rule.",
            defaultValue = "")
    private String rule;

    @Option(names = "--table", paramLabel = "TABLE", description = "Only rows of this clean table.", defaultValue = "")
    private String table;

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
        PrintWriter out = spec.commandLine().getOut();
        try (Datasets datasets = release.datasets("check")) {
            requireKnown("rule", rule, Breaches.rules(datasets));
            requireKnown(
                    "table", table, CrmTables.ALL.stream().map(TableSpec::name).toList());
            Breaches breaches = new Breaches(datasets, rule, table);
            if (rule.isEmpty()) {
                printSummary(
                        breaches,
                        format == ResultFormat.TABLE ? out : spec.commandLine().getErr());
            }
            breaches.rows(format.to(out));
            out.flush();
            return (breaches.areSerious() ? ExitCode.DONE_WITH_FINDINGS : ExitCode.DONE).number();
        }
    }

    /** Standard output holds nothing but the rows when a machine reads it. */
    private static void printSummary(Breaches breaches, PrintWriter to) {
        breaches.summary(ResultFormat.TABLE.to(to));
        to.println();
    }

    private static void requireKnown(String what, String name, List<String> known) {
        if (!name.isEmpty() && !known.contains(name)) {
            throw new InvalidUse("Cannot check " + what + " " + name + ": " + UnknownName.advice(name, known));
        }
    }
}
