package org.kvartal.forecast.external;

import java.util.Collections;
import java.util.List;

/**
 * A linear combination of forecasts.
 * <pre>
 *   combined = intercept + sum of weights[i] * forecast[i]
 * </pre>
 *
 * @param intercept in the unit of the forecasts; 0 but for regression
 * @param weights one for each member, in their order
 */
public record Combination(double intercept, List<Double> weights) {
    public Combination {
        weights = List.copyOf(weights);
    }

    /** All members alike: hard to beat while weights would rest on few errors. */
    public static Combination average(int members) {
        return new Combination(0, Collections.nCopies(members, 1.0 / members));
    }

    public double of(double... forecasts) {
        if (forecasts.length != weights.size()) {
            throw new IllegalArgumentException(
                    "Invalid number of forecasts: %d for %d weights".formatted(forecasts.length, weights.size()));
        }
        double combined = intercept;
        for (int i = 0; i < forecasts.length; i++) {
            combined += weights.get(i) * forecasts[i];
        }
        return combined;
    }
}
