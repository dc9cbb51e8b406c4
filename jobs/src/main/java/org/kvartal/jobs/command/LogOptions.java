package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kvartal.jobs.log.JsonLog;
import org.kvartal.jobs.log.LogLines;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How the verbs that run nights tell what they do. */
final class LogOptions {
    /** What standard error is written in. */
    enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            description = "Of standard error: text, or json for one object a line (default: ${DEFAULT-VALUE}).",
            defaultValue = "text")
    private Format format;

    /** The log that standard error becomes from now on, if it was asked for. */
    Optional<JsonLog> console(CommandSpec spec, Clock clock) {
        if (format == Format.TEXT) {
            return Optional.empty();
        }
        CommandLine command = spec.commandLine();
        PrintWriter err = command.getErr();
        JsonLog log = new JsonLog(clock, List.of(line -> {
            err.print(line + "\n");
            err.flush();
        }));
        command.setErr(new PrintWriter(new LogLines(log), true));
        return Optional.of(log);
    }
}
