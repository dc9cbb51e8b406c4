package org.kvartal.jobs.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.kvartal.jobs.ExitCode;
import org.kvartal.reports.difference.ColumnChange;
import org.kvartal.reports.difference.ReleaseChanges;
import org.kvartal.reports.difference.RowChange;
import org.kvartal.reports.difference.SumChange;
import org.kvartal.reports.difference.TableChange;
import org.kvartal.reports.publish.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kvartal diff}: what has changed in the datasets from one release to another. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description =
                "Tells what has changed in the datasets from one release to another: tables, columns, rows by key, sums.")
public final class DiffCommand implements Callable<Integer> {
    /** How changes are printed. */
    enum Form {
        TABLE,
        JSON
    }

    @Mixin
    private ProjectOptions project;

    @Parameters(index = "0", paramLabel = "FROM", description = "Date of the one release.")
    private LocalDate from;

    @Parameters(index = "1", paramLabel = "TO", description = "Date of the other release.")
    private LocalDate to;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table or json (default: table).",
            defaultValue = "table")
    private Form form;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Releases releases = new Releases(project.output());
        ReleaseChanges changes = ReleaseChanges.between(from, data(from, releases), to, data(to, releases));
        PrintWriter out = spec.commandLine().getOut();
        if (form == Form.JSON) {
            out.println(json(changes));
        } else {
            print(changes, out);
        }
        out.flush();
        return ExitCode.DONE.number();
    }

    private Path data(LocalDate date, Releases releases) {
        return releases.of(date)
                .orElseThrow(() -> new InvalidUse(
                        "Cannot compare the release of " + date + ": published dates are " + releases.dates()))
                .resolve(Releases.DATA);
    }

    private static String json(ReleaseChanges changes) {
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(changes.content());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot print the changes: " + e.getMessage(), e);
        }
    }

    private static void print(ReleaseChanges changes, PrintWriter out) {
        changes.added().forEach(table -> out.println("new table  " + table));
        changes.removed().forEach(table -> out.println("table gone " + table));
        List<String[]> rows = new ArrayList<>();
        List<String[]> sums = new ArrayList<>();
        rows.add(new String[] {"table", "rows before", "after", "added", "removed", "changed", "columns"});
        sums.add(new String[] {"table", "sum of", "before", "after", "change"});
        for (TableChange change : changes.tables()) {
            rows.add(row(change));
            change.sums().forEach(sum -> sums.add(sum(change.table(), sum)));
        }
        AlignedText.print(rows, out);
        out.println();
        AlignedText.print(sums, out);
        out.println("(" + changes.tables().size() + " tables have changed from " + changes.before() + " to "
                + changes.after() + ")");
    }

    private static String[] row(TableChange change) {
        RowChange rows = change.rows();
        return new String[] {
            change.table(),
            Long.toString(rows.before()),
            Long.toString(rows.after()),
            Long.toString(rows.added()),
            Long.toString(rows.removed()),
            Long.toString(rows.changed()),
            String.join(
                    ", ", change.columns().stream().map(ColumnChange::toString).toList())
        };
    }

    private static String[] sum(String table, SumChange sum) {
        return new String[] {
            table,
            sum.column(),
            sum.before().toPlainString(),
            sum.after().toPlainString(),
            sum.change().toPlainString()
        };
    }
}
