package org.kvartal.forecast.rate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Whether the rates of groups differ by more than chance: a ranking of rates that pass this test of being equal is noise.
 * <pre>
 *   chi2 = sum over groups of n_j (r_j - r)^2 / (r (1 - r)),   groups - 1 degrees of freedom
 * </pre>
 * r_j is the rate of a group of n_j cases, r that of all cases. The distribution of chi2 holds where each group expects at
 * least 5 cases with and 5 without the property; groups that expect fewer are first taken together, the smallest first.
 * Source: Pearson (1900), Philosophical Magazine 50; the rule of 5: Cochran (1954), Biometrics 10, 417-451.
 *
 * @param groups compared, after taking together
 * @param chiSquare the statistic
 * @param p probability of a statistic as large when all rates are equal; 1 when fewer than two groups can be compared
 */
public record Homogeneity(int groups, double chiSquare, double p) {
    private static final double LEAST_EXPECTED = 5;
    private static final double BEYOND_CHANCE = 0.05;

    public static Homogeneity of(List<Tally> tallies) {
        double rate = rate(tallies);
        List<Tally> compared = takenTogether(tallies, LEAST_EXPECTED / Math.min(rate, 1 - rate));
        if (compared.size() < 2) {
            return new Homogeneity(compared.size(), 0, 1);
        }
        double chiSquare = compared.stream()
                .mapToDouble(tally ->
                        Math.pow(tally.successes() - tally.trials() * rate, 2) / (tally.trials() * rate * (1 - rate)))
                .sum();
        double p = 1 - new ChiSquaredDistribution(compared.size() - 1.0).cumulativeProbability(chiSquare);
        return new Homogeneity(compared.size(), chiSquare, p);
    }

    /** Whether the order of the groups by their rates says nothing. */
    public boolean isNoise() {
        return p >= BEYOND_CHANCE;
    }

    static double rate(List<Tally> tallies) {
        double trials = tallies.stream().mapToLong(Tally::trials).sum();
        return tallies.stream().mapToLong(Tally::successes).sum() / trials;
    }

    private static List<Tally> takenTogether(List<Tally> tallies, double leastTrials) {
        List<Tally> bySize = tallies.stream()
                .filter(tally -> tally.trials() > 0)
                .sorted(Comparator.comparingLong(Tally::trials).thenComparing(Tally::group))
                .toList();
        List<Tally> compared = new ArrayList<>();
        Tally together = new Tally("", 0, 0);
        for (Tally tally : bySize) {
            if (together.trials() > 0 && together.trials() < leastTrials || tally.trials() < leastTrials) {
                together = together.plus(tally);
            } else {
                compared.add(tally);
            }
        }
        if (together.trials() > 0 && together.trials() < leastTrials) {
            return List.of();
        }
        if (together.trials() > 0) {
            compared.add(together);
        }
        return compared;
    }
}
