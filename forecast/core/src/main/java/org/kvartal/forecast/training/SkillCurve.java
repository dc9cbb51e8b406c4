package org.kvartal.forecast.training;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.kvartal.forecast.survey.Estimate;
import org.kvartal.forecast.survey.MeanScore;

/**
 * Results of the checks of a course by months since the first session, for each group of persons who had it in the same
 * month and for all, with the time that the same persons took for requests in the month of their check.
 */
public final class SkillCurve {
    private static final double LEVEL = 0.95;
    private static final long ALL = Long.MAX_VALUE;
    private static final Comparator<Key> IN_TIME =
            Comparator.comparing(Key::cohort).thenComparing(Key::since).thenComparing(Key::topic);

    private final Map<String, Map<Long, OutcomeCell>> handling = new HashMap<>();
    private final int minimumGroup;
    private final long seed;

    private record Key(String topic, long cohort, long since) {}

    private record Check(double score, long month) {}

    /**
     * A check of a group.
     *
     * @param cohort first day of the month of the first session; empty for all
     * @param monthsSince from the first session to the check
     * @param persons with a result
     * @param score mean result; empty below the fewest persons of a group with figures
     * @param handled their requests opened in the month of their check
     * @param typicalHours geometric mean of their working hours; empty without any, and where the score is
     */
    public record Point(
            String topic,
            Optional<LocalDate> cohort,
            long monthsSince,
            int persons,
            Optional<Estimate> score,
            long handled,
            Optional<Double> typicalHours) {}

    /**
     * @param handlingTimes cells of {@link TrainingOutcome#HANDLING_TIME}
     * @param minimumGroup fewest persons of a group with figures: those of fewer would be figures of persons
     * @param seed of the bootstrap of small groups
     */
    public SkillCurve(Collection<OutcomeCell> handlingTimes, int minimumGroup, long seed) {
        this.minimumGroup = minimumGroup;
        this.seed = seed;
        for (OutcomeCell cell : handlingTimes) {
            handling.computeIfAbsent(cell.person(), person -> new HashMap<>())
                    .merge(Programme.number(cell.month()), cell, OutcomeCell::with);
        }
    }

    /** Ordered by group, all of them last, then by months since and topic. */
    public List<Point> points(Programme programme, Collection<Enrolment> enrolments) {
        Map<Key, Map<String, Check>> checks = new TreeMap<>(IN_TIME);
        for (Enrolment one : enrolments) {
            Double score = one.score();
            Optional<Long> cohort = programme.month(one.person());
            if (one.isAttended() && score != null && cohort.isPresent()) {
                Check check = new Check(score, Programme.number(one.heldOn()));
                long since = check.month() - cohort.get();
                List.of(new Key(one.topic(), cohort.get(), since), new Key(one.topic(), ALL, since))
                        .forEach(key -> checks.computeIfAbsent(key, any -> new TreeMap<>())
                                .merge(one.person(), check, (a, b) -> a.score() >= b.score() ? a : b));
            }
        }
        return checks.entrySet().stream()
                .map(entry -> point(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Point point(Key key, Map<String, Check> checks) {
        boolean isShown = checks.size() >= minimumGroup;
        List<OutcomeCell> cells = checks.entrySet().stream()
                .map(check -> handling.getOrDefault(check.getKey(), Map.of())
                        .get(check.getValue().month()))
                .filter(Objects::nonNull)
                .toList();
        long handled = cells.stream().mapToLong(OutcomeCell::count).sum();
        double total = cells.stream().mapToDouble(OutcomeCell::total).sum();
        double[] scores = checks.values().stream().mapToDouble(Check::score).toArray();
        return new Point(
                key.topic(),
                key.cohort() == ALL ? Optional.empty() : Optional.of(Programme.month(key.cohort())),
                key.since(),
                scores.length,
                isShown ? Optional.of(new MeanScore(scores).interval(LEVEL, seed)) : Optional.empty(),
                handled,
                isShown && handled > 0 ? Optional.of(Math.exp(total / handled)) : Optional.empty());
    }
}
