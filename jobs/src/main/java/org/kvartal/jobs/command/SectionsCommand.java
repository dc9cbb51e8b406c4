package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.KvartalConfig;
import org.kvartal.reports.custom.CustomSections;
import org.kvartal.reports.custom.SectionCheck;
import org.kvartal.reports.publish.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal sections}: whether the project's own sections can be published. */
@Command(
        name = "sections",
        mixinStandardHelpOptions = true,
        description =
                "Writes the project's own sections of the report from a release, tells what is wrong with them, and"
                        + " runs the tests beside them.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every section can be written and every test holds", "1:something is wrong"})
public final class SectionsCommand implements Callable<Integer> {
    @Mixin
    private ProjectOptions project;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Release to write from (default: the newest).")
    private @Nullable LocalDate asOf;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        KvartalConfig config = project.config();
        Releases releases = new Releases(config.output());
        List<LocalDate> dates = releases.dates();
        LocalDate date = asOf != null || dates.isEmpty() ? asOf : dates.get(dates.size() - 1);
        if (date == null || releases.of(date).isEmpty()) {
            throw new InvalidUse("Cannot write sections from " + config.output() + ": published dates are " + dates);
        }
        Path data = releases.of(date).orElseThrow().resolve(Releases.DATA);
        SectionCheck check = new SectionCheck(config.project(), data, date);
        return print(check, new CustomSections(config.report().ownSections()));
    }

    private int print(SectionCheck check, CustomSections own) {
        PrintWriter out = spec.commandLine().getOut();
        int wrong = 0;
        for (String name : own.names()) {
            List<String> problems = check.problems(own.of(name));
            String tests = SectionCheck.tests(own.of(name)).size() + " tests";
            out.println(name + "  " + (problems.isEmpty() ? "ok, " + tests : "blocked"));
            problems.forEach(problem -> out.println("  " + problem));
            wrong += problems.size();
        }
        out.flush();
        return (wrong == 0 ? ExitCode.DONE : ExitCode.DONE_WITH_FINDINGS).number();
    }
}
