package org.kvartal.jobs.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.preflight.Finding;
import org.kvartal.jobs.preflight.Preflight;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal doctor}: is everything that a night needs there? */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Looks whether everything that a night needs is there: configuration, Java, memory, disk,"
                + " permissions, clock, fonts, versions, sources. Runs nothing.")
public final class DoctorCommand implements Callable<Integer> {
    /** How the findings are printed. */
    enum Format {
        TEXT,
        JSON
    }

    @Mixin
    private ProjectOptions project;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text or json (default: ${DEFAULT-VALUE}).",
            defaultValue = "text")
    private Format format;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        List<Finding> findings = new Preflight(project.config(), ThisProcess.describe()).whole();
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            out.println(new ObjectMapper()
                    .writeValueAsString(findings.stream().map(Finding::fields).toList()));
        } else {
            findings.forEach(finding -> out.println(finding.line()));
        }
        out.flush();
        return findings.stream()
                .map(finding -> finding.level().exitCode())
                .max(Comparator.comparingInt(ExitCode::number))
                .orElse(ExitCode.DONE)
                .number();
    }
}
