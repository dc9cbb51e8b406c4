package org.kvartal.forecast.pipeline;

import java.util.Arrays;
import java.util.List;

/** What a deal brings when it is won: one of several equally likely amounts, in the project's currency. */
final class AmountDistribution {
    private static final int MAX_POINTS = 50;

    private final double[] amounts;
    private final double mean;
    private final double meanSquare;

    private AmountDistribution(double[] amounts) {
        this.amounts = amounts;
        this.mean = Arrays.stream(amounts).average().orElse(0);
        this.meanSquare =
                Arrays.stream(amounts).map(amount -> amount * amount).average().orElse(0);
    }

    static AmountDistribution certain(double amount) {
        return new AmountDistribution(new double[] {amount});
    }

    /** The amounts seen; of many, the means of 50 equal shares from smallest to largest, so that the mean stays. */
    static AmountDistribution seen(List<Double> amounts) {
        double[] sorted =
                amounts.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length <= MAX_POINTS) {
            return new AmountDistribution(sorted);
        }
        double[] means = new double[MAX_POINTS];
        for (int share = 0; share < MAX_POINTS; share++) {
            means[share] = meanBetween(sorted, (double) share / MAX_POINTS, (share + 1.0) / MAX_POINTS);
        }
        return new AmountDistribution(means);
    }

    /** A copy of the amounts, ascending. */
    double[] amounts() {
        return amounts.clone();
    }

    double mean() {
        return mean;
    }

    double meanSquare() {
        return meanSquare;
    }

    double max() {
        return amounts.length == 0 ? 0 : amounts[amounts.length - 1];
    }

    /** Mean of the amounts between two ranks, an amount cut by a rank counting with the part inside. */
    private static double meanBetween(double[] sorted, double fromShare, double toShare) {
        double from = fromShare * sorted.length;
        double to = toShare * sorted.length;
        double sum = 0;
        for (int rank = (int) from; rank < Math.min(sorted.length, Math.ceil(to)); rank++) {
            double inside = Math.min(to, rank + 1.0) - Math.max(from, rank);
            sum += Math.max(0, inside) * sorted[rank];
        }
        return sum / (to - from);
    }
}
