package org.kvartal.forecast.effect;

import java.util.Optional;

/**
 * How many clusters an effect rests on.
 *
 * @param treated clusters with treated units
 * @param controls clusters with units that they are compared with
 */
public record Support(int treated, int controls) {
    /** With fewer on either side nobody can tell an effect from what single units do. */
    public static final int LEAST = 5;

    /** Of treated units with a period before treatment, and never treated ones or else those treated last. */
    static Support againstNever(Panel panel) {
        long last = panel.hasNever() ? Panel.NEVER : latest(panel);
        return of(panel, last, last);
    }

    /** The same where all that are not yet treated are controls too. */
    static Support againstNotYet(Panel panel) {
        return of(panel, panel.hasNever() ? Panel.NEVER : latest(panel), earliest(panel) + 1);
    }

    private static long latest(Panel panel) {
        return panel.cohorts().stream().mapToLong(Long::longValue).max().orElse(Panel.NEVER);
    }

    private static long earliest(Panel panel) {
        return panel.cohorts().stream().mapToLong(Long::longValue).min().orElse(Panel.NEVER - 1);
    }

    private static Support of(Panel panel, long notTreatedFrom, long controlsFrom) {
        int treated = panel.clusters(
                unit -> panel.cohort(unit) < notTreatedFrom && panel.lastBefore(panel.cohort(unit)) >= 0);
        int controls = panel.clusters(unit -> panel.cohort(unit) >= controlsFrom);
        return new Support(treated, controls);
    }

    /** Why nothing can be claimed; empty when enough are there. */
    public Optional<String> refusal() {
        if (treated >= LEAST && controls >= LEAST) {
            return Optional.empty();
        }
        return Optional.of("not measurable: %d treated and %d controls, at least %d of each would be enough"
                .formatted(treated, controls, LEAST));
    }
}
