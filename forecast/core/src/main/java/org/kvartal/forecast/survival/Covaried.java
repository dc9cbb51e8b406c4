package org.kvartal.forecast.survival;

import java.util.List;

/**
 * A subject with what may explain how long it lasts.
 *
 * @param values of the covariates, all known, in one order for all subjects
 */
public record Covaried(Observation observation, List<Double> values) {
    public Covaried {
        values = List.copyOf(values);
        if (!values.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("Invalid covariates: " + values + " must all be finite");
        }
    }
}
