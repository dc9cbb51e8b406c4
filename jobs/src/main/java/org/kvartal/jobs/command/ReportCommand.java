package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.ReportConfig;
import org.kvartal.jobs.run.RenderAgain;
import org.kvartal.reports.ReportRendering;
import org.kvartal.reports.publish.Releases;
import org.kvartal.reports.publish.RenderedSection;
import org.kvartal.reports.publish.ReportFormat;
import org.kvartal.reports.publish.ReportOrder;
import org.kvartal.reports.publish.UnknownSection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal report}: the report of a published date once more. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the report of a published date again, from the datasets of its release: no source is read and nothing"
                    + " is computed anew.",
            "What is not written again stays as it was; readers see the old release or the new one, never half of it."
        })
public final class ReportCommand implements Callable<Integer> {
    private static final double NANOS = 1e9;

    @Mixin
    private ProjectOptions project;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Published date (default: the newest).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--lang",
            split = ",",
            paramLabel = "LANG",
            description = "Languages, as en,sk (default: those of the project).")
    private @Nullable Set<String> languages;

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "Of html, pdf and xlsx (default: all).")
    private @Nullable Set<ReportFormat> formats;

    @Option(
            names = "--sections",
            split = ",",
            paramLabel = "SECTION",
            description = "Leave out all other sections, as --sections summary,outlook (default: show all).")
    private @Nullable Set<String> sections;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        long begin = System.nanoTime();
        ReportConfig config = project.reportConfig();
        ReportOrder order = order(config);
        Releases releases = new Releases(config.output());
        LocalDate date = date(releases);
        Path current = releases.of(date)
                .orElseThrow(() -> new InvalidUse("Cannot report as of " + date + ": published dates in "
                        + config.output() + " are " + releases.dates()));
        List<RenderedSection> written = written(new RenderAgain(config, date, current, ThisProcess.describe()), order);
        print(releases.of(date).orElseThrow(), order, (System.nanoTime() - begin) / NANOS);
        return (written.stream().anyMatch(RenderedSection::blocked) ? ExitCode.DONE_WITH_FINDINGS : ExitCode.DONE)
                .number();
    }

    private static List<RenderedSection> written(RenderAgain again, ReportOrder order) {
        try {
            return again.run(order);
        } catch (UnknownSection e) {
            throw new InvalidUse(e.getMessage());
        }
    }

    private ReportOrder order(ReportConfig config) {
        List<String> known = ReportRendering.LANGUAGES;
        Collection<String> wanted = languages == null ? config.project().languages() : languages;
        wanted.stream()
                .filter(language -> !known.contains(language))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new InvalidUse(
                            "Cannot report in language " + unknown + ": " + UnknownName.advice(unknown, known));
                });
        return new ReportOrder(
                List.copyOf(wanted),
                formats == null ? EnumSet.allOf(ReportFormat.class) : formats,
                sections == null ? List.of() : List.copyOf(sections));
    }

    private LocalDate date(Releases releases) {
        if (asOf != null) {
            return asOf;
        }
        List<LocalDate> dates = releases.dates();
        if (dates.isEmpty()) {
            throw new InvalidUse("Cannot report: nothing is published yet");
        }
        return dates.get(dates.size() - 1);
    }

    /** Where the reports are, for pipes; how long it took, for people. */
    private void print(Path release, ReportOrder order, double seconds) {
        PrintWriter out = spec.commandLine().getOut();
        for (String language : order.languages()) {
            for (ReportFormat format : ReportFormat.values()) {
                if (order.wants(format)) {
                    out.println(
                            release.resolve(Releases.REPORTS).resolve(language).resolve(format.file()));
                }
            }
        }
        out.flush();
        spec.commandLine().getErr().printf("kvartal: written in %.1f s%n", seconds);
    }
}
