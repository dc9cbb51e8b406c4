package org.kvartal.forecast.pipeline;

import java.util.Arrays;
import org.kvartal.forecast.regression.SparseRow;

/** A piecewise linear function of one variable by hat functions on knots; constant beyond the outer knots. */
final class Spline {
    private final double[] knots;

    private Spline(double[] knots) {
        this.knots = knots;
    }

    static Spline of(double... knots) {
        return new Spline(knots.clone());
    }

    /** Knots given in days, for a variable on the scale log(1 + days). */
    static Spline ofLogDays(double... days) {
        return new Spline(Arrays.stream(days).map(Math::log1p).toArray());
    }

    /** Knots at quantiles of the values, which are sorted; fewer when many values are equal. */
    static Spline atQuantiles(double[] sorted, double... shares) {
        return new Spline(Arrays.stream(shares)
                .map(share -> sorted[(int) Math.round(share * (sorted.length - 1))])
                .distinct()
                .toArray());
    }

    /** Knots about so far apart, from the first to the last. */
    static Spline every(int distance, int first, int last) {
        int gaps = Math.max(1, (last - first) / distance);
        double[] knots = new double[gaps + 1];
        for (int k = 0; k <= gaps; k++) {
            knots[k] = first + (double) Math.max(1, last - first) * k / gaps;
        }
        return new Spline(knots);
    }

    int size() {
        return knots.length;
    }

    void add(SparseRow row, int offset, double x) {
        add(row, offset, x, 1);
    }

    /** Adds the hats that are not zero at x, times a factor. */
    void add(SparseRow row, int offset, double x, double factor) {
        int last = knots.length - 1;
        if (x <= knots[0]) {
            row.add(offset, factor);
        } else if (x >= knots[last]) {
            row.add(offset + last, factor);
        } else {
            int above = 1;
            while (knots[above] < x) {
                above++;
            }
            double share = (x - knots[above - 1]) / (knots[above] - knots[above - 1]);
            row.add(offset + above - 1, factor * (1 - share));
            row.add(offset + above, factor * share);
        }
    }
}
