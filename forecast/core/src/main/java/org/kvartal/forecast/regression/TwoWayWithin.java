package org.kvartal.forecast.regression;

import java.util.Arrays;

/**
 * Takes the effects of two groupings, as product and period, out of a column.
 *
 * <pre>
 *   repeat  x[i] = x[i] - mean of its first group;  x[i] = x[i] - mean of its second group   until nothing moves
 * </pre>
 *
 * A regression of columns without their effects has the coefficients of one with a dummy for each group. Source: Frisch and
 * Waugh (1933), Econometrica 1; the alternating means as in Guimaraes and Portugal (2010), Stata Journal 10.
 */
public final class TwoWayWithin {
    private static final int MOST_ROUNDS = 10_000;
    private static final double STAYS = 1e-12;

    private final int[] first;
    private final int[] second;

    /**
     * @param first group of each row, from 0
     * @param second group of each row, from 0
     */
    public TwoWayWithin(int[] first, int[] second) {
        this.first = first.clone();
        this.second = second.clone();
    }

    public double[] of(double[] column) {
        double[] within = column.clone();
        double size = Arrays.stream(column).map(Math::abs).max().orElse(0);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double moved = Math.max(centre(within, first), centre(within, second));
            if (moved <= STAYS * size) {
                return cleaned(within, size);
            }
        }
        throw new NotEstimable("effects of two groupings still move after %d rounds".formatted(MOST_ROUNDS));
    }

    /** What rounding left of a column that its effects explain wholly is no variation. */
    private static double[] cleaned(double[] within, double size) {
        double largest = Arrays.stream(within).map(Math::abs).max().orElse(0);
        return largest <= 1e-9 * size ? new double[within.length] : within;
    }

    /** The largest mean taken out. */
    private static double centre(double[] values, int[] groups) {
        int count = Arrays.stream(groups).max().orElse(-1) + 1;
        double[] means = new double[count];
        int[] sizes = new int[count];
        for (int i = 0; i < values.length; i++) {
            means[groups[i]] += values[i];
            sizes[groups[i]]++;
        }
        double largest = 0;
        for (int g = 0; g < count; g++) {
            means[g] /= Math.max(1, sizes[g]);
            largest = Math.max(largest, Math.abs(means[g]));
        }
        for (int i = 0; i < values.length; i++) {
            values[i] -= means[groups[i]];
        }
        return largest;
    }
}
