package org.kvartal.jobs.analyze;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.effect.CaseMix;
import org.kvartal.forecast.effect.Panel;
import org.kvartal.forecast.effect.PanelBuilder;
import org.kvartal.forecast.survival.KaplanMeier;
import org.kvartal.forecast.survival.Observation;
import org.kvartal.forecast.survival.WatchLimit;
import org.kvartal.forecast.worktime.WorkClock;
import org.kvartal.ingest.source.InvalidInput;

/**
 * Requests as a panel of agents and months.
 * <pre>
 *   y = log(min(working minutes, H)), at least of one minute       adjusted for the mix of cases
 * </pre>
 * The outcome of an agent in a month is the mean of y over the requests opened in it. H is the time by which 99 % of all
 * requests have ended (Kaplan-Meier), or 95 or 90 % where that many never do. Only requests that could be watched for H
 * count; then none is censored, because one still open has lasted H. In the month of its training only requests opened after
 * it count of an agent.
 */
final class TrainingPanel {
    private static final double SECONDS_OF_A_MINUTE = 60;

    private final WorkClock clock;
    private final ZoneId zone;
    private final Instant until;
    private final TrainingFile trainings;
    private final List<Watched> watched = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private double[] outcomes = {};

    private record Watched(ServiceRequest request, double minutes, boolean isOpen) {}

    private record Cell(String agent, LocalDate month) {}

    /** @param until when the requests were last seen */
    TrainingPanel(WorkClock clock, ZoneId zone, Instant until, TrainingFile trainings) {
        this.clock = clock;
        this.zone = zone;
        this.until = until;
        this.trainings = trainings;
    }

    /** Months and agents as a panel; the remarks are known afterwards. */
    DatedPanel of(List<ServiceRequest> requests, Cluster cluster) {
        for (ServiceRequest request : requests) {
            if (!request.opened().isAfter(until)) {
                watched.add(watched(request));
            }
        }
        if (watched.isEmpty()) {
            throw new InvalidInput("Cannot measure a training: no request was opened by " + until);
        }
        double limit = limit();
        List<Watched> used = watched.stream()
                .filter(one -> minutes(one.request().opened(), until) >= limit && !isBeforeTrainingInItsMonth(one))
                .toList();
        long early = watched.stream()
                .filter(one -> minutes(one.request().opened(), until) < limit)
                .count();
        remarks.add(
                "%d requests opened less than %s working minutes before the end are left out, the others count up to that"
                        .formatted(early, Numerals.brief(limit)));
        remarks.add("%d of %d requests used are still open"
                .formatted(used.stream().filter(Watched::isOpen).count(), used.size()));
        if (used.isEmpty()) {
            throw new InvalidInput("Cannot measure a training: no request was watched for %s working minutes"
                    .formatted(Numerals.brief(limit)));
        }
        return panel(used, limit, cluster);
    }

    /** Which agents are shaken together. */
    enum Cluster {
        AGENT,
        TEAM
    }

    private Watched watched(ServiceRequest request) {
        Instant end = request.end();
        boolean isOpen = end == null || end.isAfter(until);
        return new Watched(request, minutes(request.opened(), isOpen || end == null ? until : end), isOpen);
    }

    private double minutes(Instant from, Instant to) {
        return clock.elapsedSeconds(from, to) / SECONDS_OF_A_MINUTE;
    }

    private double limit() {
        Map<Observation, Long> counts = new LinkedHashMap<>();
        for (Watched one : watched) {
            double minutes = Math.ceil(one.minutes());
            counts.merge(
                    one.isOpen() ? Observation.censored(minutes) : Observation.ended(minutes, "ended"), 1L, Long::sum);
        }
        KaplanMeier curve = KaplanMeier.of(counts.entrySet().stream()
                .map(entry -> entry.getKey().times(entry.getValue()))
                .toList());
        return WatchLimit.of(curve).stream()
                .map(minutes -> Math.max(1, minutes))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "Cannot measure a training: of %d requests only %d have ended; nine tenths must have"
                                .formatted(curve.subjects(), curve.ended())));
    }

    private LocalDate month(Instant time) {
        return time.atZone(zone).toLocalDate().withDayOfMonth(1);
    }

    private @Nullable Instant trained(String agent) {
        return trainings.first().get(agent);
    }

    private boolean isBeforeTrainingInItsMonth(Watched one) {
        Instant trained = trained(one.request().agent());
        Instant opened = one.request().opened();
        return trained != null && opened.isBefore(trained) && month(opened).equals(month(trained));
    }

    private DatedPanel panel(List<Watched> used, double limit, Cluster cluster) {
        CaseMix mix = new CaseMix();
        used.forEach(one -> mix.add(
                one.request().agent(), one.request().kind(), Math.log(Math.max(1, Math.min(limit, one.minutes())))));
        double[] adjusted = mix.adjusted();
        outcomes = adjusted;
        Map<Cell, DoubleSummaryStatistics> cells = new LinkedHashMap<>();
        Map<String, String> teams = new TreeMap<>();
        TreeSet<LocalDate> months = new TreeSet<>();
        for (int i = 0; i < adjusted.length; i++) {
            ServiceRequest request = used.get(i).request();
            LocalDate month = month(request.opened());
            months.add(month);
            teams.putIfAbsent(request.agent(), request.team());
            cells.computeIfAbsent(new Cell(request.agent(), month), any -> new DoubleSummaryStatistics())
                    .accept(adjusted[i]);
        }
        for (LocalDate month = months.first(); month.isBefore(months.last()); month = month.plusMonths(1)) {
            months.add(month);
        }
        PeriodScale scale = PeriodScale.of(months);
        PanelBuilder builder = new PanelBuilder(List.of());
        cells.forEach((cell, values) -> {
            Instant trained = trained(cell.agent());
            long first = trained == null ? Panel.NEVER : scale.number(month(trained));
            String shaken = cluster == Cluster.TEAM ? teams.getOrDefault(cell.agent(), cell.agent()) : cell.agent();
            builder.add(cell.agent(), shaken, scale.number(cell.month()), first, values.getAverage(), List.of());
        });
        addRemarksOnTrainings(teams);
        return new DatedPanel(builder.build(), scale, 0);
    }

    private void addRemarksOnTrainings(Map<String, String> teams) {
        long unseen = trainings.first().keySet().stream()
                .filter(agent -> !teams.containsKey(agent))
                .count();
        if (unseen > 0) {
            remarks.add("%d trained agents have no request that counts".formatted(unseen));
        }
        if (trainings.later() > 0) {
            remarks.add("%d trainings after the first of an agent are not looked at".formatted(trainings.later()));
        }
    }

    List<String> remarks() {
        return remarks;
    }

    /** Requests that the panel rests on. */
    long requests() {
        return outcomes.length;
    }

    /** Variance of single adjusted outcomes. */
    double variance() {
        double mean = Arrays.stream(outcomes).average().orElse(0);
        return Arrays.stream(outcomes)
                .map(outcome -> (outcome - mean) * (outcome - mean))
                .average()
                .orElse(0);
    }
}
