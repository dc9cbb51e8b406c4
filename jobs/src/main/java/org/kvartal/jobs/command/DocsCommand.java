package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.ExitCode;
import org.kvartal.reports.dictionary.PublishedDictionary;
import org.kvartal.reports.publish.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal docs}: where the data dictionary is, and what it says of a table. */
@Command(
        name = "docs",
        mixinStandardHelpOptions = true,
        description = "Tells where the data dictionary of a release is, or prints what it says of one table.")
public final class DocsCommand implements Callable<Integer> {
    @Mixin
    private ReleaseOptions release;

    @Option(names = "--table", paramLabel = "TABLE", description = "Prints the entry of a table, as mart.offers.")
    private @Nullable String table;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path data = release.release("describe").resolve(Releases.DATA);
        PrintWriter out = spec.commandLine().getOut();
        if (table == null) {
            out.println(data.resolve("dictionary.html"));
        } else {
            PublishedDictionary dictionary = PublishedDictionary.in(data)
                    .orElseThrow(() -> new InvalidUse("Cannot describe " + table + ": " + data
                            + " has no dictionary of this version; the next night writes one"));
            if (!dictionary.has(table)) {
                throw new InvalidUse(
                        "Invalid --table " + table + ": " + UnknownName.advice(table, dictionary.tables()));
            }
            out.print(dictionary.text(table));
        }
        out.flush();
        return ExitCode.DONE.number();
    }
}
