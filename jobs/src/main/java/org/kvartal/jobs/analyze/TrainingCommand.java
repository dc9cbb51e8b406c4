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
import org.kvartal.forecast.anomaly.FalseDiscovery;
import org.kvartal.forecast.effect.Control;
import org.kvartal.forecast.training.TrainingOutcome;
import org.kvartal.forecast.worktime.WorkCalendar;
import org.kvartal.forecast.worktime.WorkClock;
import org.kvartal.ingest.source.InvalidInput;
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
            "--requests: request_id, agent_id, opened_at, and one of resolved_at and first_response_at; if there are any, team,"
                    + " channel, category, priority and satisfaction. --trainings: agent_id, trained_at; the first of an agent"
                    + " counts. Times are ISO 8601; without an offset they are in the zone of the calendar. An empty end is a"
                    + " request still open.",
            "--calendar: JSON with timezone, working_days (MON, ... or 1 for Monday), open, close, holidays. Without it every"
                    + " minute counts, in UTC. --sla: priority, minutes: the working minutes in which requests are to be"
                    + " resolved.",
            "",
            "Outcomes, each adjusted for category, priority and channel, by agent and month of opening: the logarithm of the"
                    + " working minutes until resolved (handling_time; -0.10 is a fall by 9.5 %%) and until first answered"
                    + " (first_response), the share resolved within the target (sla_share), the mark of the customers"
                    + " (satisfaction), the share of requests that have one (response_rate). How requests still open are"
                    + " counted, and who is left out, is told on standard error and in the note of the first row of each.",
            "--out: the columns of analyze effect, verdict, and outcome. The verdict of the first row is the answer: fell, rose,"
                    + " no evidence (the interval includes 0) or not measurable, with the number of requests that would be"
                    + " enough; likewise of the first row of each other outcome, where the number of outcomes is minded"
                    + " (Benjamini and Hochberg). Other rows say the change and are not judged."
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

    @Option(names = "--sla", paramLabel = "FILE", description = "Targets by priority, for sla_share.")
    private @Nullable Path sla;

    @Option(
            names = "--outcome",
            paramLabel = "all|handling|first-response",
            defaultValue = "all",
            description = "All that the files tell, or one time alone (default: ${DEFAULT-VALUE}).")
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
        List<String> ends = chosen(
                "--outcome",
                outcome,
                Map.of(
                        "all", List.of(),
                        "handling", List.of("resolved_at"),
                        "first-response", List.of("first_response_at")));
        Control against = chosen("--control", control, Map.of("never", Control.NEVER, "not-yet", Control.NOT_YET));
        TrainingPanel.Cluster together = chosen(
                "--cluster", cluster, Map.of("agent", TrainingPanel.Cluster.AGENT, "team", TrainingPanel.Cluster.TEAM));
        if (!(relevant > 0 && relevant < 100)) {
            throw new InvalidUse("Invalid --relevant %s: it must be above 0 and below 100 percent".formatted(relevant));
        }
        measure(ends, against, together);
        return ExitCode.DONE.number();
    }

    private void measure(List<String> ends, Control against, TrainingPanel.Cluster together) {
        WorkCalendar worked =
                calendar == null ? WorkCalendar.aroundTheClock(ZoneOffset.UTC) : new CalendarFile(calendar).read();
        RequestFile file = new RequestFile(requests, worked.zone());
        List<ServiceRequest> read = file.read(ends);
        TrainingFile trained = TrainingFile.read(trainings, worked.zone());
        Instant until = until(read);
        RequestOutcomes values =
                new RequestOutcomes(clock(worked, read, until), until, sla == null ? Map.of() : TargetFile.read(sla));
        List<String> remarks = new ArrayList<>();
        if (file.withoutAgent() > 0) {
            remarks.add("%d requests have no agent".formatted(file.withoutAgent()));
        }
        List<TrainingAnswer> answers = new ArrayList<>();
        for (TrainingOutcome one : outcomes(file)) {
            OutcomeValues found = values.of(one, read);
            if (found.values().isEmpty()) {
                remarks.add(notMeasured(one, found, answers));
            } else {
                TrainingPanel panel = new TrainingPanel(worked.zone(), trained);
                answers.add(TrainingAnswer.of(one, panel, panel.of(found, together), against, seed));
            }
        }
        write(answers, remarks);
    }

    /** Without the first outcome there is no answer. */
    private String notMeasured(TrainingOutcome outcome, OutcomeValues found, List<TrainingAnswer> before) {
        String reason = "%s is not measured: %s".formatted(outcome.label(), String.join("; ", found.remarks()));
        if (before.isEmpty()) {
            throw new InvalidInput("Cannot measure a training by %s: %s".formatted(requests, reason));
        }
        return reason;
    }

    /** The first is the one that the answer is about. */
    private List<TrainingOutcome> outcomes(RequestFile file) {
        if (!outcome.equals("all")) {
            return List.of(outcome.equals("handling") ? TrainingOutcome.HANDLING_TIME : TrainingOutcome.FIRST_RESPONSE);
        }
        List<TrainingOutcome> outcomes = new ArrayList<>();
        if (file.has("resolved_at")) {
            outcomes.add(TrainingOutcome.HANDLING_TIME);
        }
        if (file.has("first_response_at")) {
            outcomes.add(TrainingOutcome.FIRST_RESPONSE);
        }
        if (outcomes.isEmpty()) {
            throw new InvalidInput(
                    "Cannot measure a training by %s: it has no column resolved_at, and no first_response_at"
                            .formatted(requests));
        }
        if (sla != null && file.has("resolved_at")) {
            outcomes.add(TrainingOutcome.SLA_SHARE);
        }
        if (file.has("satisfaction") && file.has("resolved_at")) {
            outcomes.add(TrainingOutcome.SATISFACTION);
            outcomes.add(TrainingOutcome.RESPONSE_RATE);
        }
        return outcomes;
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

    private Instant until(List<ServiceRequest> read) {
        return asOf != null
                ? asOf.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
                : read.stream()
                        .flatMap(request -> Stream.of(
                                Optional.of(request.opened()),
                                Optional.ofNullable(request.answered()),
                                Optional.ofNullable(request.resolved())))
                        .flatMap(Optional::stream)
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

    /** The first row of each outcome has what to know of it, the first of all what to know of all. */
    private void write(List<TrainingAnswer> answers, List<String> remarks) {
        double[] adjusted = FalseDiscovery.benjaminiHochberg(
                answers.stream().mapToDouble(TrainingAnswer::p).toArray());
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < answers.size(); k++) {
            TrainingAnswer answer = answers.get(k);
            EffectTables tables = new EffectTables(answer.dated());
            List<String> own = new ArrayList<>(k == 0 ? remarks : List.of());
            own.addAll(answer.remarks());
            own.addAll(tables.remarks());
            TrainingVerdict verdict = answer.verdict(relevant, k == 0 ? answer.p() : adjusted[k]);
            rows.addAll(new TrainingRows(tables, verdict).rows(answer.results(), String.join("; ", own)));
            String label = answers.size() > 1 ? answer.outcome().label() + ": " : "";
            own.forEach(remark -> spec.commandLine().getErr().println("kvartal: " + label + remark));
        }
        OutputTable.write(out, TrainingRows.COLUMNS, rows);
    }
}
