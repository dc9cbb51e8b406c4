package org.kvartal.forecast.anomaly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Watches all figures of a night and alarms within a budget of false alarms.
 *
 * <p>The p-values of each grain are adjusted by Benjamini-Hochberg over all figures watched; adjusted values up to a
 * third of the budget alarm. When nothing happened, a night alarms with at most the probability of the budget, and of
 * many alarms at most that share is false on average. A figure that alarmed in the seven nights before is ongoing; a
 * member whose total alarms in the same direction is part of it. The nights before are worked out anew from the same
 * series, so that a night needs no memory of others.
 */
public final class KpiWatch {
    /** Share of nights without any event that may alarm. */
    public static final double BUDGET = 0.05;

    private static final int COOL_DOWN = 7;
    private static final double LOWER = 0.025;

    private final List<KpiHistory> histories = new ArrayList<>();
    private final LocalDate lastDay;

    private record Watched(KpiHistory history, Observation observation, double adjusted) {
        boolean isAlarm() {
            return adjusted <= BUDGET / Grain.values().length;
        }
    }

    private record Alarm(KpiKey key, boolean above) {}

    private KpiWatch(LocalDate lastDay) {
        this.lastDay = lastDay;
    }

    /**
     * @param series figures that follow one calendar
     * @param profile their calendar
     */
    public record Group(List<KpiSeries> series, CalendarProfile profile) {
        public Group {
            series = List.copyOf(series);
        }
    }

    /**
     * One finding for each figure that is large and old enough to be watched.
     *
     * @param lastDay the last complete day
     */
    public static List<KpiFinding> watch(List<Group> groups, LocalDate lastDay) {
        KpiWatch watch = new KpiWatch(lastDay);
        for (Group group : groups) {
            group.series().forEach(series -> watch.histories.add(new KpiHistory(series, group.profile())));
        }
        List<KpiFinding> findings = new ArrayList<>();
        for (Grain grain : Grain.values()) {
            findings.addAll(watch.findings(grain));
        }
        return findings;
    }

    private List<KpiFinding> findings(Grain grain) {
        List<Watched> tonight = watched(grain, lastDay);
        List<Alarm> alarms =
                tonight.stream().filter(Watched::isAlarm).map(KpiWatch::alarm).toList();
        Map<Alarm, LocalDate> before = alarms.isEmpty() ? Map.of() : alarmsBefore(grain);
        return tonight.stream()
                .map(watched -> finding(watched, grain, alarms, Optional.ofNullable(before.get(alarm(watched)))))
                .toList();
    }

    /** The first of the nights before at which an alarm was raised. */
    private Map<Alarm, LocalDate> alarmsBefore(Grain grain) {
        Map<Alarm, LocalDate> before = new HashMap<>();
        for (int back = COOL_DOWN; back >= 1; back--) {
            LocalDate day = lastDay.minusDays(back);
            watched(grain, day).stream()
                    .filter(Watched::isAlarm)
                    .forEach(watched -> before.putIfAbsent(alarm(watched), day));
        }
        return before;
    }

    private static Alarm alarm(Watched watched) {
        return new Alarm(watched.history().key(), watched.observation().isAbove());
    }

    private List<Watched> watched(Grain grain, LocalDate day) {
        List<KpiHistory> large = new ArrayList<>();
        List<Observation> observations = new ArrayList<>();
        for (KpiHistory history : histories) {
            grain.observe(history, day).ifPresent(observation -> {
                large.add(history);
                observations.add(observation);
            });
        }
        double[] adjusted = FalseDiscovery.benjaminiHochberg(
                observations.stream().mapToDouble(Observation::pValue).toArray());
        List<Watched> watched = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            watched.add(new Watched(large.get(i), observations.get(i), adjusted[i]));
        }
        return watched;
    }

    private KpiFinding finding(Watched watched, Grain grain, List<Alarm> alarms, Optional<LocalDate> before) {
        KpiHistory history = watched.history();
        Observation observation = watched.observation();
        return new KpiFinding(
                history.key(),
                grain,
                lastDay,
                observation.actual(),
                observation.expected(),
                quantile(history, grain, LOWER),
                quantile(history, grain, 1 - LOWER),
                observation.pValue(),
                watched.adjusted(),
                state(watched, alarms, before.isPresent()),
                watched.isAlarm() ? before.orElse(lastDay) : lastDay);
    }

    private double quantile(KpiHistory history, Grain grain, double probability) {
        return grain == Grain.DRIFT
                ? Double.NaN
                : history.expected(lastDay, grain.shownDays()).orElseThrow().quantile(probability)
                        / history.divisor(lastDay, grain.shownDays());
    }

    private static KpiFinding.State state(Watched watched, List<Alarm> alarms, boolean before) {
        if (!watched.isAlarm()) {
            return KpiFinding.State.QUIET;
        }
        KpiKey key = watched.history().key();
        Alarm ofTotal = new Alarm(KpiKey.total(key.kpi()), watched.observation().isAbove());
        if (!key.isTotal() && alarms.contains(ofTotal)) {
            return KpiFinding.State.PART_OF_TOTAL;
        }
        return before ? KpiFinding.State.ONGOING : KpiFinding.State.ALARM;
    }
}
