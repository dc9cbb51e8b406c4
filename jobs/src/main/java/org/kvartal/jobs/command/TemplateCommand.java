package org.kvartal.jobs.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.jobs.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kvartal template}: what a file has to look like that fills a clean table. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        description =
                "Writes a blank CSV of a clean table, for the preset files; without TABLE, lists the clean tables.")
public final class TemplateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TABLE", description = "A clean table, as plans.", arity = "0..1", defaultValue = "")
    private String table;

    @Option(names = "--describe", description = "Tell what each column means instead.")
    private boolean describes;

    @Option(names = "--out", paramLabel = "FILE", description = "Write to a new file (default: standard output).")
    private @Nullable Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        StringWriter text = new StringWriter();
        if (table.isEmpty()) {
            AlignedText.print(tables(), new PrintWriter(text));
        } else if (describes) {
            AlignedText.print(columns(spec(table)), new PrintWriter(text));
        } else {
            header(spec(table), text);
        }
        if (file == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        } else {
            NewFile.write(file, text.toString());
        }
        return ExitCode.DONE.number();
    }

    private static TableSpec spec(String table) {
        return CrmTables.named(table).orElseThrow(() -> {
            List<String> names = CrmTables.ALL.stream().map(TableSpec::name).toList();
            return new InvalidUse("Cannot write a template of " + table + ": " + UnknownName.advice(table, names));
        });
    }

    private static List<String[]> tables() {
        List<String[]> lines = new ArrayList<>();
        lines.add(new String[] {"table", "one row is"});
        CrmTables.ALL.forEach(known -> lines.add(new String[] {known.name(), known.description()}));
        return lines;
    }

    private static List<String[]> columns(TableSpec table) {
        List<String[]> lines = new ArrayList<>();
        lines.add(new String[] {"column", "type", "unit", "required", "allowed", "description"});
        for (Column column : table.columns()) {
            lines.add(new String[] {
                column.name(),
                column.type().label(),
                column.unit(),
                column.required() ? "yes" : "",
                String.join(", ", column.allowed()),
                column.description()
            });
        }
        return lines;
    }

    private static void header(TableSpec table, StringWriter text) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(table.columnNames());
        }
    }
}
