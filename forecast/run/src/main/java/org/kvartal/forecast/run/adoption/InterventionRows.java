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
import org.kvartal.forecast.effect.Adjustment;
import org.kvartal.forecast.effect.Aggregate;
import org.kvartal.forecast.effect.CallawaySantAnna;
import org.kvartal.forecast.effect.Control;
import org.kvartal.forecast.effect.Panel;
import org.kvartal.forecast.effect.PanelBuilder;
import org.kvartal.forecast.effect.inference.Interval;

/**
 * What each course, talk or quota has done to use: by how much the share of working days with use changed over the twelve
 * weeks after it, beyond the change of those whom it had not reached by then. Periods are four weeks, counted back from the
 * last day; the one in which it happened to a person is left out, unless it began with it. The effect is that of Callaway
 * and Sant'Anna, with the period before the one left out as the base.
 */
final class InterventionRows {
    private static final int PERIOD = 20;
    private static final int PERIODS_AFTER = 3;
    private static final int FEWEST_DAYS = 5;
    private static final int FEWEST_PERSONS = 5;

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
        Optional<Aggregate> effect = isHidden
                ? Optional.empty()
                : new CallawaySantAnna(Control.NOT_YET, Adjustment.DOUBLY_ROBUST, 1)
                        .estimate(panel)
                        .simple();
        Interval interval = effect.map(found -> found.sampling().interval(found.effect()))
                .orElse(new Interval(Double.NaN, Double.NaN));
        boolean isMeasured = effect.isPresent()
                && Math.min(treated(panel), panel.units() - 1L) >= FEWEST_PERSONS
                && Double.isFinite(interval.low());
        return new @Nullable Object[] {
            name,
            reached.values().stream().min(LocalDate::compareTo).orElse(null),
            isHidden ? null : (long) reached.size(),
            isHidden ? null : controls,
            isMeasured ? effect.get().effect() : null,
            isMeasured ? interval.low() : null,
            isMeasured ? interval.high() : null,
            !isMeasured
                    ? "not measurable"
                    : interval.low() > 0 ? "more use" : interval.high() < 0 ? "less use" : "no evidence",
            isHidden
                    ? "It reached too few persons."
                    : isMeasured
                            ? "Twelve weeks after it, beside those not reached by then."
                            : "Too few persons were seen both before and after it, or too few were not reached."
        };
    }

    private static long treated(Panel panel) {
        return panel.cohorts().stream().mapToLong(panel::size).sum();
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
