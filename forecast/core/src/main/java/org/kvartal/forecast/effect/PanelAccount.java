package org.kvartal.forecast.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How fully the units of a cohort are observed. Where many of one cohort leave, those who stay may not be like those who
 * left.
 *
 * @param cohort first treated time, or {@link Panel#NEVER}
 * @param units of the cohort
 * @param partial units that are not observed in every period
 * @param left units that are not observed in the last period
 * @param isAlways whether no period comes before their treatment
 */
public record PanelAccount(long cohort, int units, int partial, int left, boolean isAlways) {
    /** One per cohort, never treated units last. */
    public static List<PanelAccount> of(Panel panel) {
        List<Long> cohorts = new ArrayList<>(panel.cohorts());
        if (panel.hasNever()) {
            cohorts.add(Panel.NEVER);
        }
        return cohorts.stream().map(cohort -> of(panel, cohort)).toList();
    }

    private static PanelAccount of(Panel panel, long cohort) {
        int[] units = IntStream.range(0, panel.units())
                .filter(unit -> panel.cohort(unit) == cohort)
                .toArray();
        int partial = (int) IntStream.of(units)
                .filter(unit -> panel.observations(unit) < panel.periods())
                .count();
        int left = (int) IntStream.of(units)
                .filter(unit -> !panel.isObserved(unit, panel.periods() - 1))
                .count();
        return new PanelAccount(cohort, units.length, partial, left, panel.lastBefore(cohort) < 0);
    }

    public boolean isNever() {
        return cohort == Panel.NEVER;
    }
}
