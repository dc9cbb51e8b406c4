package org.kvartal.forecast.timeseries.decomposition;

import java.util.Arrays;

/**
 * Several seasons by repeated STL, the shortest first.
 *
 * <pre>
 *   repeat twice: for each season m[i]: season[i] = STL season of (y - the other seasons)      window 7 + 4 i, i from 1
 *   forecast of season[i] at n + h = its value one season before
 * </pre>
 *
 * Source: Bandara, Hyndman and Bergmeir (2021), MSTL: A seasonal-trend decomposition algorithm for time series with
 * multiple seasonal patterns, section 2 (arXiv 2107.13462).
 */
public final class Mstl {
    private static final int PASSES = 2;

    private final int[] seasons;
    private final double[][] components;
    private final double[] adjusted;

    private Mstl(int[] seasons, double[][] components, double[] adjusted) {
        this.seasons = seasons;
        this.components = components;
        this.adjusted = adjusted;
    }

    /** Decomposes complete values; a season of which there are not two is left out. */
    public static Mstl of(double[] y, int... seasons) {
        int[] usable = Arrays.stream(seasons)
                .filter(m -> m > 1 && y.length >= 2 * m)
                .sorted()
                .distinct()
                .toArray();
        double[][] components = new double[usable.length][y.length];
        double[] adjusted = y.clone();
        int passes = usable.length > 1 ? PASSES : 1;
        for (int pass = 0; pass < passes; pass++) {
            for (int i = 0; i < usable.length; i++) {
                for (int t = 0; t < y.length; t++) {
                    adjusted[t] += components[i][t];
                }
                components[i] = Stl.of(adjusted, usable[i], 11 + 4 * i).season();
                for (int t = 0; t < y.length; t++) {
                    adjusted[t] -= components[i][t];
                }
            }
        }
        return new Mstl(usable, components, adjusted);
    }

    /** The season lengths taken out, ascending. */
    public int[] seasons() {
        return seasons.clone();
    }

    /** A copy of the component of the season with the given place among {@link #seasons()}. */
    public double[] component(int index) {
        return components[index].clone();
    }

    /** A copy of the values without seasons. */
    public double[] adjusted() {
        return adjusted.clone();
    }

    /** The sum of all seasons {@code step} after the last value. */
    public double seasonAhead(int step) {
        double sum = 0;
        int n = adjusted.length;
        for (int i = 0; i < seasons.length; i++) {
            int back = (step + seasons[i] - 1) / seasons[i] * seasons[i];
            sum += components[i][n - 1 + step - back];
        }
        return sum;
    }
}
