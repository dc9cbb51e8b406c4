package org.kvartal.jobs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.kvartal.ingest.source.Source;
import org.kvartal.ingest.source.SourceProblem;
import org.kvartal.ingest.source.SourceSettings;
import org.kvartal.ingest.source.SourceUnreachable;
import org.kvartal.ingest.source.Sources;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.KvartalConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kvartal doctor}: is everything that a night needs there? */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Looks whether the configuration is valid, every source can be read and the output folder written.")
public final class DoctorCommand implements Callable<Integer> {
    private static final long GIBIBYTE = 1L << 30;

    @Mixin
    private ProjectOptions project;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        KvartalConfig config = project.config();
        out.println("ok    configuration");
        out.println("ok    Java " + Runtime.version());
        ExitCode worst = checkOutput(config.output(), out);
        for (SourceSettings settings : config.sources()) {
            ExitCode found = check(settings, out);
            worst = found.number() > worst.number() ? found : worst;
        }
        out.flush();
        return worst.number();
    }

    private static ExitCode checkOutput(Path output, PrintWriter out) {
        try {
            Files.createDirectories(output);
            boolean writable = Files.isWritable(output);
            long free = Files.getFileStore(output).getUsableSpace() / GIBIBYTE;
            out.println((writable ? "ok    " : "FAIL  ") + "output folder " + output + ", " + free + " GiB free");
            return writable ? ExitCode.DONE : ExitCode.INVALID;
        } catch (IOException | UncheckedIOException e) {
            out.println("FAIL  output folder " + output + ": " + e.getMessage());
            return ExitCode.INVALID;
        }
    }

    private static ExitCode check(SourceSettings settings, PrintWriter out) {
        try (Source source = Sources.open(settings)) {
            List<SourceProblem> problems = source.check();
            problems.forEach(problem -> out.println("FAIL  " + problem.message()));
            if (problems.isEmpty()) {
                out.println("ok    source " + settings.name() + ", "
                        + source.extracts().size() + " tables");
                source.notices().forEach(notice -> out.println("warn  " + notice.message()));
            }
            return problems.isEmpty() ? ExitCode.DONE : ExitCode.INVALID;
        } catch (SourceUnreachable e) {
            out.println("FAIL  source " + settings.name() + ": " + e.getMessage());
            return ExitCode.UNREACHABLE;
        }
    }
}
