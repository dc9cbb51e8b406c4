package org.kvartal.jobs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.KvartalConfig;
import org.kvartal.jobs.demo.DemoProject;
import org.kvartal.jobs.demo.Size;
import org.kvartal.reports.publish.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal demo}: an invented company, its CRM in an embedded database, and two nights on it. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Creates the CRM of an invented company in an embedded database, runs two nights on it and prints"
                + " where the report is.")
public final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Output folder (default: ${DEFAULT-VALUE}).",
            defaultValue = "out/demo")
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same company (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            description = "S, about 9,000 opportunities, or M (default: ${DEFAULT-VALUE}).",
            defaultValue = "S")
    private Size size;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Path output = out.toAbsolutePath().normalize();
        DemoProject.otherIn(output, seed, size).ifPresent(other -> {
            throw new InvalidUse("Cannot use " + output + ": it holds the demo of seed and size " + other
                    + "; choose another --out");
        });
        DemoProject project = DemoProject.in(output, seed, size);
        for (LocalDate day : DemoProject.NIGHTS) {
            runNight(project, output, day, err);
        }
        LocalDate last = DemoProject.NIGHTS.get(DemoProject.NIGHTS.size() - 1);
        new NightSummary(output, last).print(spec.commandLine().getOut(), err);
        return ExitCode.DONE.number();
    }

    /** Planted defects end its nights with findings; for a demo that is as it should be. */
    private static void runNight(DemoProject project, Path output, LocalDate day, PrintWriter err) {
        if (new Releases(output).of(day).isPresent()) {
            err.println(day + "  already published");
            return;
        }
        try {
            err.println(day + "  writing the CRM as it stands at the end of the day");
            project.writeDatabase(day);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the demo in " + output + ": " + e.getMessage(), e);
        }
        KvartalConfig config = KvartalConfig.read(project.config(), ProjectOptions.surroundings(output));
        RunCommand.night(config, day, err);
    }
}
