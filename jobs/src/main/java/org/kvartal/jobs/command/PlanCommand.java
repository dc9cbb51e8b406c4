package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.KvartalConfig;
import org.kvartal.jobs.run.FinishedStep;
import org.kvartal.jobs.run.NightlyRun;
import org.kvartal.jobs.run.RunListener;
import org.kvartal.jobs.run.RunPlan;
import org.kvartal.jobs.watch.RunHistory;
import org.kvartal.jobs.watch.StepTimes;
import org.kvartal.reports.dictionary.PublishedDictionary;
import org.kvartal.reports.publish.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal plan}: what {@code kvartal run} would do. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description =
                "Tells what a run of a date would do: which steps, how long they usually take, what has changed in the"
                        + " sources and which sections rest on it. Runs and writes nothing.")
public final class PlanCommand implements Callable<Integer> {
    private static final String EXTRACT = "extract";

    @Mixin
    private ProjectOptions project;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Business date, as 2026-03-31 (default: yesterday).")
    private @Nullable LocalDate asOf;

    @Option(names = "--explain", description = "Say of each step why it is done or not.")
    private boolean explain;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SteadyClock clock = new SteadyClock();
        KvartalConfig config = project.config();
        LocalDate date = asOf != null
                ? asOf
                : LocalDate.ofInstant(clock.instant(), config.project().zone()).minusDays(1);
        RunPlan plan = new NightlyRun(config, date, new RunListener() {}, clock, ThisProcess.describe()).plan();
        PrintWriter out = spec.commandLine().getOut();
        out.println("run       " + plan.run().run() + "  " + plan.beginning().text());
        new MissedNights(config.output(), date).text().ifPresent(missed -> out.println("missed    " + missed));
        Set<String> changed = sources(config, plan, out);
        steps(config, plan, out);
        sections(config, changed, out);
        out.flush();
        return ExitCode.DONE.number();
    }

    /** The tables whose rows may change. */
    private static Set<String> sources(KvartalConfig config, RunPlan plan, PrintWriter out) {
        Set<String> changed = new TreeSet<>();
        Optional<LocalDate> later = new Releases(config.output())
                .dates().stream()
                        .filter(date -> date.isAfter(plan.run().asOf()))
                        .findFirst();
        Optional<Instant> read = lastReading(config);
        config.sources().stream()
                .map(source -> later.map(date -> PlannedSource.unread(
                                source, "not read: what is known of the date is taken from the lake, up to " + date))
                        .or(() -> plan.isDone(EXTRACT)
                                ? Optional.of(PlannedSource.unread(source, "not read again: this run has read it"))
                                : Optional.empty())
                        .orElseGet(() -> PlannedSource.of(source, read)))
                .forEach(source -> {
                    out.println("source    " + source.name() + "  " + source.text());
                    changed.addAll(source.tables());
                });
        return changed;
    }

    private static Optional<Instant> lastReading(KvartalConfig config) {
        return new RunHistory(config.output())
                .runs().stream()
                        .flatMap(run -> run.steps().stream())
                        .filter(step -> step.name().equals(EXTRACT))
                        .map(FinishedStep::started)
                        .max(Instant::compareTo);
    }

    private void steps(KvartalConfig config, RunPlan plan, PrintWriter out) {
        StepTimes times = new StepTimes(new RunHistory(config.output()).runs());
        out.println("steps     " + plan.left().size() + " of " + plan.steps().size()
                + times.total(plan.left()).stream()
                        .mapToObj(" to do, usually %.0f s in all"::formatted)
                        .findFirst()
                        .orElse(" to do"));
        List<String[]> lines = new ArrayList<>();
        lines.add(explain ? new String[] {"step", "seconds", "why"} : new String[] {"step", "seconds"});
        for (String step : explain ? plan.steps() : plan.left()) {
            String seconds = plan.isDone(step) ? "" : seconds(times.median(step));
            lines.add(explain ? new String[] {step, seconds, why(plan, step)} : new String[] {step, seconds});
        }
        AlignedText.print(lines, out);
    }

    private static String seconds(OptionalDouble median) {
        return median.isPresent() ? String.format(Locale.ROOT, "%.1f", median.getAsDouble()) : "";
    }

    private static String why(RunPlan plan, String step) {
        return plan.run().steps().stream()
                .filter(done -> done.name().equals(step))
                .map(done -> "done by this run at " + done.started() + ", not repeated")
                .findFirst()
                .orElse(
                        plan.beginning() == RunPlan.Beginning.RESUMED
                                ? "not done by this run yet"
                                : "a new run does every step");
    }

    private static void sections(KvartalConfig config, Set<String> changed, PrintWriter out) {
        Optional<PublishedDictionary> dictionary = new Releases(config.output())
                .latest()
                .map(release -> release.resolve(Releases.DATA))
                .flatMap(PublishedDictionary::in);
        out.println("sections  "
                + dictionary
                        .map(known -> new AffectedSections(known).of(changed))
                        .map(sections -> sections.isEmpty()
                                ? "all are written; none rests on changed sources"
                                : "all are written; these rest on what may have changed: "
                                        + String.join(", ", sections))
                        .orElse("all are written"));
    }
}
