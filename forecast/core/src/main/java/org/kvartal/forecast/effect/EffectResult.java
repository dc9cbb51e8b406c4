package org.kvartal.forecast.effect;

import java.util.List;

/** What an estimator found. */
public sealed interface EffectResult {
    /** Effects, the averages first. */
    record Estimated(List<Effect> effects) implements EffectResult {
        public Estimated {
            effects = List.copyOf(effects);
        }
    }

    /**
     * No estimate.
     *
     * @param reason one sentence
     */
    record NotEstimated(String reason) implements EffectResult {}
}
