package org.kvartal.forecast.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kvartal.forecast.effect.Adjustment;
import org.kvartal.forecast.effect.Aggregate;
import org.kvartal.forecast.effect.CallawaySantAnna;
import org.kvartal.forecast.effect.Control;
import org.kvartal.forecast.effect.Panel;
import org.kvartal.forecast.effect.PooledEffects;
import org.kvartal.forecast.effect.Support;
import org.kvartal.forecast.effect.inference.Interval;

/**
 * What a course did to an outcome, by who taught it: the persons of each trainer against those never trained. A trainer of
 * fewer than five persons seen before and after has no effect of its own; the others are drawn towards their mean by
 * {@link PooledEffects}.
 */
public final class TrainerEffects {
    private final Collection<OutcomeCell> cells;
    private final Programme programme;

    /**
     * The effect of one trainer.
     *
     * @param estimate in the unit of the outcome, of this trainer's persons alone
     * @param shrunk the same drawn towards the mean of the trainers
     * @param interval of 95 % of the shrunk effect
     */
    public record TrainerEffect(double estimate, double standardError, double shrunk, Interval interval) {}

    public TrainerEffects(Collection<OutcomeCell> cells, Programme programme) {
        this.cells = List.copyOf(cells);
        this.programme = programme;
    }

    /** @param trainerOf the trainer of each person's first session */
    public Map<String, TrainerEffect> by(Map<String, String> trainerOf) {
        Map<String, Set<String>> persons = new TreeMap<>();
        trainerOf.forEach((person, trainer) ->
                persons.computeIfAbsent(trainer, any -> new HashSet<>()).add(person));
        List<String> trainers = new ArrayList<>();
        List<Aggregate> effects = new ArrayList<>();
        persons.forEach((trainer, trained) -> effect(trained).forEach(effect -> {
            trainers.add(trainer);
            effects.add(effect);
        }));
        return pooled(trainers, effects);
    }

    private static Map<String, TrainerEffect> pooled(List<String> trainers, List<Aggregate> effects) {
        if (effects.isEmpty()) {
            return Map.of();
        }
        double[] estimates = effects.stream().mapToDouble(Aggregate::effect).toArray();
        double[] errors = effects.stream()
                .mapToDouble(effect -> effect.sampling().standardError())
                .toArray();
        PooledEffects pooled = new PooledEffects(estimates, errors);
        Map<String, TrainerEffect> all = new HashMap<>();
        for (int j = 0; j < estimates.length; j++) {
            all.put(trainers.get(j), new TrainerEffect(estimates[j], errors[j], pooled.shrunk(j), pooled.interval(j)));
        }
        return all;
    }

    /** None where too few are on either side. */
    private List<Aggregate> effect(Set<String> trained) {
        List<OutcomeCell> compared = cells.stream()
                .filter(cell ->
                        trained.contains(cell.person()) || !programme.first().containsKey(cell.person()))
                .toList();
        Panel panel =
                OutcomePanel.of(compared, programme.only(trained), Map.of()).panel();
        long seen = panel.cohorts().stream()
                .filter(cohort -> cohort > panel.time(0))
                .mapToInt(panel::size)
                .sum();
        if (seen < Support.LEAST || panel.size(Panel.NEVER) < Support.LEAST) {
            return List.of();
        }
        return new CallawaySantAnna(Control.NEVER, Adjustment.DOUBLY_ROBUST, 0)
                .estimate(panel).simple().filter(effect -> effect.sampling().standardError() > 0).stream()
                        .toList();
    }
}
