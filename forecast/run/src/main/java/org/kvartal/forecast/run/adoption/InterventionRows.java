package org.kvartal.forecast.run.adoption;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.adoption.PersonDays;
import org.kvartal.forecast.effect.Aggregation;
import org.kvartal.forecast.effect.Effect;
import org.kvartal.forecast.effect.EffectKey;
import org.kvartal.forecast.effect.EffectResult;
import org.kvartal.forecast.effect.Imputation;
import org.kvartal.forecast.effect.Panel;
import org.kvartal.forecast.effect.PanelBuilder;
import org.kvartal.forecast.effect.inference.Interval;

/**
 * What each course, talk or quota has done to use: by how much the share of working days with use changed over the eight
 * weeks after it, beyond the change of those whom it had not reached by then. Periods are four weeks, counted back from the
 * last day; the one in which it happened to a person is left out, unless it began with it. The effect is that of imputation,
 * which compares with all that was before and not with one noisy period.
 */
final class InterventionRows {
    private static final int PERIOD = 20;
    private static final int PERIODS_AFTER = 2;
    private static final long FIRST_MEASURED = 3;
    private static final int FEWEST_DAYS = 5;
    private static final int FEWEST_PERSONS = 10;

    private final Following following;
    private final int last;

    InterventionRows(Following following) {
        this.following = following;
        this.last = following.working().count();
    }

    Stream<@Nullable Object[]> rows() {
        SortedMap<String, Map<String, LocalDate>> reached = new TreeMap<>();
        following
                .days()
                .keySet()
                .forEach(id -> following
                        .roster()
                        .attended(id)
                        .forEach(attended -> reached.computeIfAbsent(attended.programme(), name -> new HashMap<>())
                                .putIfAbsent(id, attended.on())));
        following
                .settings()
                .interventions()
                .forEach(intervention -> reached.put(intervention.name(), whom(intervention)));
        return reached.entrySet().stream().map(one -> row(one.getKey(), one.getValue()));
    }

    private Map<String, LocalDate> whom(AdoptionSettings.Intervention intervention) {
        Map<String, LocalDate> reached = new HashMap<>();
        following.days().keySet().forEach(id -> {
            if (intervention.teams().isEmpty()
                    || intervention
                            .teams()
                            .contains(following.roster().member(id).team())) {
                reached.put(id, intervention.on());
            }
        });
        return reached;
    }

    private @Nullable Object[] row(String name, Map<String, LocalDate> reached) {
        Panel panel = panel(reached);
        long controls = following.days().size() - reached.size();
        boolean isHidden = reached.size() < following.settings().minimumGroup();
        long measured = measured(panel);
        Optional<Effect> effect = isHidden || measured < FEWEST_PERSONS ? Optional.empty() : effect(panel);
        Interval interval = effect.map(Effect::interval).orElse(new Interval(Double.NaN, Double.NaN));
        boolean isMeasured = Double.isFinite(interval.low());
        return new @Nullable Object[] {
            name,
            reached.values().stream().min(LocalDate::compareTo).orElse(null),
            isHidden ? null : (long) reached.size(),
            isHidden ? null : controls,
            isMeasured ? effect.get().estimate() : null,
            isMeasured ? interval.low() : null,
            isMeasured ? interval.high() : null,
            !isMeasured
                    ? "not measurable"
                    : interval.low() > 0 ? "more use" : interval.high() < 0 ? "less use" : "no evidence",
            isHidden
                    ? "It reached too few persons."
                    : isMeasured
                            ? "The eight weeks after it, of %d persons seen before and after it, beside those not reached by then."
                                    .formatted(measured)
                            : "Too few persons were seen both before and after it, or too few were not reached."
        };
    }

    private static Optional<Effect> effect(Panel panel) {
        return Imputation.estimate(panel) instanceof EffectResult.Estimated estimated
                ? estimated.effects().stream()
                        .filter(effect -> effect.key().equals(EffectKey.overall(Aggregation.SIMPLE)))
                        .findFirst()
                : Optional.empty();
    }

    private static long measured(Panel panel) {
        return panel.cohorts().stream()
                .filter(first -> first >= FIRST_MEASURED)
                .mapToLong(panel::size)
                .sum();
    }

    private Panel panel(Map<String, LocalDate> reached) {
        PanelBuilder panel = new PanelBuilder(List.of());
        int periods = last / PERIOD;
        following.days().forEach((id, days) -> {
            @Nullable LocalDate on = reached.get(id);
            long first = on == null ? Panel.NEVER : period(following.start(on) - 1) + 1L;
            long mixed = on == null ? Panel.NEVER : period(following.start(on));
            for (int period = 1; period <= periods; period++) {
                double share = share(days, period);
                boolean isMixed = period == mixed && mixed < first;
                if (!Double.isNaN(share) && !isMixed && (first == Panel.NEVER || period < first + PERIODS_AFTER)) {
                    panel.add(id, period, first, share);
                }
            }
        });
        return panel.build();
    }

    /** The period of a working day; the last one ends with the last day, and those before the first are 0 and less. */
    private int period(int day) {
        return Math.floorDiv(day - (last - last / PERIOD * PERIOD), PERIOD) + 1;
    }

    private double share(PersonDays days, int period) {
        int to = last - (last / PERIOD - period) * PERIOD;
        int counted = days.counted(to - PERIOD, to);
        return counted < FEWEST_DAYS ? Double.NaN : (double) days.active(to - PERIOD, to) / counted;
    }
}
