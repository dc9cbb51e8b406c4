package org.kvartal.jobs.analyze;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.effect.Adjustment;
import org.kvartal.forecast.effect.Control;
import org.kvartal.forecast.effect.Effect;
import org.kvartal.forecast.effect.EffectAnalysis;
import org.kvartal.forecast.effect.EffectResult;
import org.kvartal.forecast.effect.Estimator;
import org.kvartal.forecast.worktime.WorkCalendar;
import org.kvartal.forecast.worktime.WorkClock;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.command.InvalidUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal analyze training}: whether a training made the handling of requests faster. */
@Command(
        name = "training",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Says whether a training made agents handle requests faster, by comparing the trained with those not trained over"
                    + " the same months.",
            "",
            "--requests: request_id, agent_id, opened_at, resolved_at or first_response_at; if there are any, team, channel,"
                    + " category and priority. --trainings: agent_id, trained_at; the first of an agent counts. Times are ISO"
                    + " 8601; without an offset they are in the zone of the calendar. An empty end is a request still open.",
            "--calendar: JSON with timezone, working_days (MON, ... or 1 for Monday), open, close, holidays. Without it every"
                    + " minute counts, in UTC.",
            "",
            "The outcome is the logarithm of working minutes, adjusted for category, priority and channel, by agent and month"
                    + " of opening: -0.10 is a fall by 9.5 %%. How requests still open are counted, and who is left out, is"
                    + " told on standard error and in the note of the first row.",
            "--out: the columns of analyze effect, and verdict. That of the first row is the answer: fell, rose, no evidence (the"
                    + " interval includes 0) or not measurable, with the number of requests that would be enough; other rows"
                    + " say the change in percent and are not judged."
        })
public final class TrainingCommand implements Callable<Integer> {
    @Option(names = "--requests", paramLabel = "FILE", required = true, description = "One row per request.")
    private Path requests;

    @Option(
            names = "--trainings",
            paramLabel = "FILE",
            required = true,
            description = "One row per agent and training.")
    private Path trainings;

    @Option(names = "--calendar", paramLabel = "FILE", description = "When the team works, as JSON.")
    private @Nullable Path calendar;

    @Option(
            names = "--outcome",
            paramLabel = "handling|first-response",
            defaultValue = "handling",
            description = "Time until resolved_at or first_response_at (default: ${DEFAULT-VALUE}).")
    private String outcome;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Last day seen, included, in UTC (default: the last time in the requests).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--cluster",
            paramLabel = "agent|team",
            defaultValue = "agent",
            description = "Who is trained, or shaken, together (default: ${DEFAULT-VALUE}).")
    private String cluster;

    @Option(
            names = "--control",
            paramLabel = "never|not-yet",
            defaultValue = "never",
            description = "Whom to compare with (default: ${DEFAULT-VALUE}).")
    private String control;

    @Option(
            names = "--relevant",
            paramLabel = "PERCENT",
            defaultValue = "10",
            description = "Smallest change worth knowing of (default: ${DEFAULT-VALUE}).")
    private double relevant;

    @Option(names = "--seed", paramLabel = "NUMBER", defaultValue = "1", description = "Of bootstraps.")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The table described above.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String end =
                chosen("--outcome", outcome, Map.of("handling", "resolved_at", "first-response", "first_response_at"));
        Control against = chosen("--control", control, Map.of("never", Control.NEVER, "not-yet", Control.NOT_YET));
        TrainingPanel.Cluster together = chosen(
                "--cluster", cluster, Map.of("agent", TrainingPanel.Cluster.AGENT, "team", TrainingPanel.Cluster.TEAM));
        if (!(relevant > 0 && relevant < 100)) {
            throw new InvalidUse("Invalid --relevant %s: it must be above 0 and below 100 percent".formatted(relevant));
        }
        WorkCalendar worked =
                calendar == null ? WorkCalendar.aroundTheClock(ZoneOffset.UTC) : new CalendarFile(calendar).read();
        RequestFile file = new RequestFile(requests, worked.zone(), end);
        List<ServiceRequest> read = file.read();
        TrainingFile trained = TrainingFile.read(trainings, worked.zone());
        Instant until = until(read);
        TrainingPanel panel = new TrainingPanel(clock(worked, read, until), worked.zone(), until, trained);
        DatedPanel dated = panel.of(read, together);
        EffectTables tables = new EffectTables(dated);
        List<String> remarks = new ArrayList<>(panel.remarks());
        if (file.withoutAgent() > 0) {
            remarks.add("%d requests have no agent".formatted(file.withoutAgent()));
        }
        remarks.addAll(tables.remarks());
        EffectAnalysis analysis = new EffectAnalysis(against, Adjustment.DOUBLY_ROBUST, 0, seed);
        write(tables, analysis.estimate(dated.panel()), verdict(panel, dated), String.join("; ", remarks));
        remarks.forEach(remark -> spec.commandLine().getErr().println("kvartal: " + remark));
        return ExitCode.DONE.number();
    }

    private static <T> T chosen(String option, String text, Map<String, T> choices) {
        T choice = choices.get(text);
        if (choice == null) {
            throw new InvalidUse("Invalid %s %s: it must be %s"
                    .formatted(
                            option,
                            text,
                            String.join(
                                    " or ", choices.keySet().stream().sorted().toList())));
        }
        return choice;
    }

    private TrainingVerdict verdict(TrainingPanel panel, DatedPanel dated) {
        String subject = outcome.equals("handling") ? "handling time" : "time to first response";
        return new TrainingVerdict(subject, dated.panel().units(), panel.requests(), panel.variance(), relevant);
    }

    private Instant until(List<ServiceRequest> read) {
        return asOf != null
                ? asOf.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
                : read.stream()
                        .flatMap(request -> Stream.of(
                                request.opened(),
                                Optional.ofNullable(request.end()).orElse(request.opened())))
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH);
    }

    private static WorkClock clock(WorkCalendar calendar, List<ServiceRequest> read, Instant until) {
        Instant first = read.stream()
                .map(ServiceRequest::opened)
                .min(Instant::compareTo)
                .orElse(until);
        Instant begin = first.isBefore(until) ? first : until;
        return WorkClock.of(
                calendar,
                begin.atZone(calendar.zone()).toLocalDate(),
                until.atZone(calendar.zone()).toLocalDate());
    }

    /** The first row of the headline has what to know of all. */
    private void write(
            EffectTables tables, Map<Estimator, EffectResult> results, TrainingVerdict verdict, String remarks) {
        OutputColumns columns = EffectTables.COLUMNS.text("verdict");
        List<List<String>> rows = new ArrayList<>();
        results.forEach((estimator, result) -> {
            if (result instanceof EffectResult.Estimated estimated) {
                for (Effect effect : estimated.effects()) {
                    Effect noted = rows.isEmpty() ? effect.noting(remarks) : effect;
                    rows.add(with(tables.row(estimator, noted), verdict.of(estimator, effect)));
                }
            } else if (result instanceof EffectResult.NotEstimated none) {
                rows.add(with(EffectTables.row(estimator, none), "not measurable: " + none.reason()));
            }
        });
        OutputTable.write(out, columns, rows);
    }

    private static List<String> with(List<String> row, String verdict) {
        List<String> longer = new ArrayList<>(row);
        longer.add(verdict);
        return longer;
    }
}
