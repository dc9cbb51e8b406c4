package org.kvartal.jobs.analyze;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.survival.KaplanMeier;
import org.kvartal.forecast.survival.Observation;
import org.kvartal.forecast.survival.WatchLimit;
import org.kvartal.forecast.training.TrainingOutcome;
import org.kvartal.forecast.worktime.WorkClock;

/**
 * Outcomes of requests that were watched until some time.
 * <pre>
 *   times          log(min(working minutes, H)), at least of one minute
 *   sla_share      1 when resolved within the target of its priority, else 0
 *   satisfaction   the mark
 *   response_rate  1 with a mark, else 0
 * </pre>
 * H is the time by which 99 % of all requests have ended (Kaplan-Meier), or 95 or 90 % where that many never do. Only requests
 * that could be watched for H count; then none is censored, because one still open has lasted H. Likewise only requests that
 * could be watched for their target have kept or missed it. Marks are those of requests resolved.
 */
final class RequestOutcomes {
    private static final double SECONDS_OF_A_MINUTE = 60;

    private final WorkClock clock;
    private final Instant until;
    private final Map<String, Double> targets;

    /**
     * @param until when the requests were last seen
     * @param targets working minutes by priority
     */
    RequestOutcomes(WorkClock clock, Instant until, Map<String, Double> targets) {
        this.clock = clock;
        this.until = until;
        this.targets = targets;
    }

    private record Watched(ServiceRequest request, double minutes, double watched, boolean isOpen) {}

    OutcomeValues of(TrainingOutcome outcome, List<ServiceRequest> requests) {
        List<ServiceRequest> seen = requests.stream()
                .filter(request -> !request.opened().isAfter(until))
                .toList();
        if (seen.isEmpty()) {
            return OutcomeValues.none("no request was opened by " + until);
        }
        return switch (outcome) {
            case HANDLING_TIME -> times(seen, ServiceRequest::resolved);
            case FIRST_RESPONSE -> times(seen, ServiceRequest::answered);
            case SLA_SHARE -> kept(seen);
            case SATISFACTION, RESPONSE_RATE -> marks(seen, outcome);
            case ACTIVE_DAYS -> OutcomeValues.none("requests do not tell it");
        };
    }

    private OutcomeValues times(List<ServiceRequest> seen, Function<ServiceRequest, @Nullable Instant> end) {
        List<Watched> watched = seen.stream()
                .map(request -> watched(request, end.apply(request)))
                .toList();
        KaplanMeier curve = curve(watched);
        OptionalDouble limit = WatchLimit.of(curve);
        if (limit.isEmpty()) {
            return OutcomeValues.none("of %d requests only %d have ended; nine tenths must have"
                    .formatted(curve.subjects(), curve.ended()));
        }
        double most = Math.max(1, limit.getAsDouble());
        List<Watched> used =
                watched.stream().filter(one -> one.watched() >= most).toList();
        List<String> remarks = new ArrayList<>();
        remarks.add(
                "%d requests opened less than %s working minutes before the end are left out, the others count up to that"
                        .formatted(watched.size() - used.size(), Numerals.brief(most)));
        remarks.add(stillOpen(used.stream().filter(Watched::isOpen).count(), used.size()));
        return new OutcomeValues(
                used.stream()
                        .map(one -> new OutcomeValues.Value(
                                one.request(), Math.log(Math.max(1, Math.min(most, one.minutes())))))
                        .toList(),
                remarks);
    }

    private static String stillOpen(long open, long used) {
        return "%d of %d requests used are still open".formatted(open, used);
    }

    private Watched watched(ServiceRequest request, @Nullable Instant end) {
        boolean isOpen = end == null || end.isAfter(until);
        double watched = minutes(request.opened(), until);
        return new Watched(request, isOpen || end == null ? watched : minutes(request.opened(), end), watched, isOpen);
    }

    private double minutes(Instant from, Instant to) {
        return clock.elapsedSeconds(from, to) / SECONDS_OF_A_MINUTE;
    }

    private static KaplanMeier curve(List<Watched> watched) {
        Map<Observation, Long> counts = new LinkedHashMap<>();
        for (Watched one : watched) {
            double minutes = Math.ceil(one.minutes());
            counts.merge(
                    one.isOpen() ? Observation.censored(minutes) : Observation.ended(minutes, "ended"), 1L, Long::sum);
        }
        return KaplanMeier.of(counts.entrySet().stream()
                .map(entry -> entry.getKey().times(entry.getValue()))
                .toList());
    }

    private OutcomeValues kept(List<ServiceRequest> seen) {
        List<OutcomeValues.Value> values = new ArrayList<>();
        long young = 0;
        long open = 0;
        long without = 0;
        for (ServiceRequest request : seen) {
            Double target = targets.get(request.priority());
            Watched one = watched(request, request.resolved());
            if (target == null) {
                without++;
            } else if (one.watched() < target) {
                young++;
            } else {
                open += one.isOpen() ? 1 : 0;
                values.add(new OutcomeValues.Value(request, !one.isOpen() && one.minutes() <= target ? 1 : 0));
            }
        }
        List<String> remarks = new ArrayList<>();
        remarks.add("%d requests younger than their target are left out".formatted(young));
        remarks.add(stillOpen(open, values.size()));
        if (without > 0) {
            remarks.add("%d requests of priorities without a target are left out".formatted(without));
        }
        return new OutcomeValues(values, remarks);
    }

    private OutcomeValues marks(List<ServiceRequest> seen, TrainingOutcome outcome) {
        List<OutcomeValues.Value> values = new ArrayList<>();
        long without = 0;
        long resolved = 0;
        for (ServiceRequest request : seen) {
            Instant end = request.resolved();
            boolean isResolved = end != null && !end.isAfter(until);
            boolean hasMark = !Double.isNaN(request.satisfaction());
            resolved += isResolved ? 1 : 0;
            without += isResolved && !hasMark ? 1 : 0;
            if (isResolved && outcome == TrainingOutcome.RESPONSE_RATE) {
                values.add(new OutcomeValues.Value(request, hasMark ? 1 : 0));
            } else if (isResolved && hasMark) {
                values.add(new OutcomeValues.Value(request, request.satisfaction()));
            }
        }
        if (values.stream().allMatch(one -> one.value() == 0)) {
            return OutcomeValues.none("no resolved request has a mark");
        }
        return new OutcomeValues(
                values, List.of("%d of %d resolved requests have no mark".formatted(without, resolved)));
    }
}
