package org.kvartal.forecast.external;

import java.util.Arrays;
import java.util.List;

/**
 * The combination of members that give quantiles (Vincentization).
 * <pre>
 *   q(p) = sum of w[i] q[i](p)
 * </pre>
 * Quantiles in the unit of the forecasts, at the same probabilities for every member. Unlike the mixture of the
 * densities, the result is no wider than its members on average. Source: Lichtendahl, Grushka-Cockayne and Winkler
 * (2013), Management Science 59, section 2.
 */
public final class QuantileAverage {
    private QuantileAverage() {}

    /**
     * @param members for each member its quantiles, ascending
     * @param weights one for each member
     */
    public static List<Double> of(List<List<Double>> members, List<Double> weights) {
        int count = members.get(0).size();
        double[] combined = new double[count];
        for (int member = 0; member < members.size(); member++) {
            if (members.get(member).size() != count) {
                throw new IllegalArgumentException("Invalid number of quantiles: %d beside %d"
                        .formatted(members.get(member).size(), count));
            }
            for (int q = 0; q < count; q++) {
                combined[q] += weights.get(member) * members.get(member).get(q);
            }
        }
        return Arrays.stream(combined).boxed().toList();
    }
}
