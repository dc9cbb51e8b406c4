package org.kvartal.forecast.price;

import java.util.Arrays;

/**
 * A window index over any number of periods: the first window as it is, then one spliced period at a time.
 *
 * @param length periods of a window, at least 2
 */
public record RollingIndex(WindowIndex index, int length, Splice splice) implements WindowIndex {
    public RollingIndex {
        if (length < 2) {
            throw new IllegalArgumentException("Invalid window: %d periods, must be at least 2".formatted(length));
        }
    }

    @Override
    public double[] of(PriceTable table) {
        int n = table.periodCount();
        double[] published = Arrays.copyOf(index.of(table.between(0, Math.min(n, length))), n);
        for (int t = length; t < n; t++) {
            double[] window = index.of(table.between(t - length + 1, t + 1));
            published[t] = splice.next(Arrays.copyOfRange(published, t - length + 1, t), window);
        }
        return published;
    }
}
