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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.effect.CaseMix;
import org.kvartal.forecast.effect.Panel;
import org.kvartal.forecast.effect.PanelBuilder;

/**
 * An outcome of requests as a panel of agents and months: its mean over the requests that an agent got in a month, adjusted for
 * the mix of cases. In the month of its training only requests opened after it count of an agent.
 */
final class TrainingPanel {
    private static final int MOST_NAMED = 5;

    private final ZoneId zone;
    private final TrainingFile trainings;
    private final List<String> remarks = new ArrayList<>();
    private double[] outcomes = {};

    private record Cell(String agent, LocalDate month) {}

    TrainingPanel(ZoneId zone, TrainingFile trainings) {
        this.zone = zone;
        this.trainings = trainings;
    }

    /** Which agents are shaken together. */
    enum Cluster {
        AGENT,
        TEAM
    }

    /** Months and agents as a panel; the remarks are known afterwards. */
    DatedPanel of(OutcomeValues found, Cluster cluster) {
        List<OutcomeValues.Value> used = found.values().stream()
                .filter(one -> !isBeforeTrainingInItsMonth(one.request()))
                .toList();
        remarks.addAll(found.remarks());
        CaseMix mix = new CaseMix();
        used.forEach(one -> mix.add(one.request().agent(), one.request().kind(), one.value()));
        outcomes = mix.adjusted();
        Map<Cell, DoubleSummaryStatistics> cells = new LinkedHashMap<>();
        Map<String, String> teams = new TreeMap<>();
        for (int i = 0; i < outcomes.length; i++) {
            ServiceRequest request = used.get(i).request();
            teams.putIfAbsent(request.agent(), request.team());
            cells.computeIfAbsent(
                            new Cell(request.agent(), month(request.opened())), any -> new DoubleSummaryStatistics())
                    .accept(outcomes[i]);
        }
        addRemarksOnTrainings(teams);
        return panel(cells, teams, cluster);
    }

    private DatedPanel panel(Map<Cell, DoubleSummaryStatistics> cells, Map<String, String> teams, Cluster cluster) {
        TreeSet<LocalDate> months =
                cells.keySet().stream().map(Cell::month).collect(Collectors.toCollection(TreeSet::new));
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
        return new DatedPanel(builder.build(), scale, 0);
    }

    private LocalDate month(Instant time) {
        return time.atZone(zone).toLocalDate().withDayOfMonth(1);
    }

    private @Nullable Instant trained(String agent) {
        return trainings.first().get(agent);
    }

    private boolean isBeforeTrainingInItsMonth(ServiceRequest request) {
        Instant trained = trained(request.agent());
        Instant opened = request.opened();
        return trained != null && opened.isBefore(trained) && month(opened).equals(month(trained));
    }

    private void addRemarksOnTrainings(Map<String, String> teams) {
        List<String> unseen = trainings.first().keySet().stream()
                .filter(agent -> !teams.containsKey(agent))
                .sorted()
                .toList();
        if (!unseen.isEmpty()) {
            remarks.add("%d trained agents have no request that counts: %s"
                    .formatted(
                            unseen.size(),
                            named(unseen.stream()
                                    .map(agent -> "%s (line %d)"
                                            .formatted(agent, trainings.lines().get(agent)))
                                    .toList())));
        }
        if (trainings.later() > 0) {
            remarks.add("%d trainings after the first of an agent are not looked at".formatted(trainings.later()));
        }
        Map<String, Set<LocalDate>> waves = new TreeMap<>();
        teams.forEach((agent, team) -> {
            Instant trained = trained(agent);
            if (trained != null && !team.equals(agent)) {
                waves.computeIfAbsent(team, any -> new TreeSet<>()).add(month(trained));
            }
        });
        List<String> several = waves.entrySet().stream()
                .filter(wave -> wave.getValue().size() > 1)
                .map(wave -> "%s (%d)".formatted(wave.getKey(), wave.getValue().size()))
                .toList();
        if (!several.isEmpty()) {
            remarks.add("%d teams were trained in several months: %s".formatted(several.size(), named(several)));
        }
    }

    private static String named(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
                + (names.size() > MOST_NAMED ? " and more" : "");
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
