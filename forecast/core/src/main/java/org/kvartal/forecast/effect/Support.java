package org.kvartal.forecast.effect;

import java.util.Optional;

/**
 * How many clusters an effect rests on.
 *
 * @param treated clusters with treated units
 * @param controls clusters with controls
 */
public record Support(int treated, int controls) {
    /** With fewer on either side nobody can tell an effect from what single units do. */
    public static final int LEAST = 5;

    /** Why nothing can be claimed; empty when enough are there. */
    public Optional<String> refusal() {
        if (treated >= LEAST && controls >= LEAST) {
            return Optional.empty();
        }
        return Optional.of("not measurable: %d treated and %d controls; %d and %d would be enough"
                .formatted(treated, controls, LEAST, LEAST));
    }
}
