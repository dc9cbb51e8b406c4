package org.kvartal.forecast.timeseries.fourier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pairs of sine and cosine for one season or more, each frequency once.
 *
 * <pre>
 *   sin(2 pi k t / m), cos(2 pi k t / m)        k = 1..K[m], k / m at most 1/2 (there the sine is 0 and left out)
 * </pre>
 *
 * m need not be whole: 52.18 weeks or 365.25 days a year. Source: Hyndman and Athanasopoulos, Forecasting: Principles and
 * Practice, 3rd ed., section 7.4.
 */
final class Waves {
    private static final double SAME = 1e-9;

    private final List<Double> frequencies;

    private Waves(List<Double> frequencies) {
        this.frequencies = frequencies;
    }

    /** Waves of the shortest season first, at most {@code most} in all, {@code ofEach} of a season. */
    static Waves of(double[] seasons, int ofEach, int most) {
        List<Double> frequencies = new ArrayList<>();
        double[] ascending = seasons.clone();
        Arrays.sort(ascending);
        for (double m : ascending) {
            for (int k = 1; k <= ofEach && k / m <= 0.5; k++) {
                double frequency = k / m;
                boolean known = frequencies.stream().anyMatch(other -> Math.abs(other - frequency) < SAME);
                if (!known && frequencies.size() < most) {
                    frequencies.add(frequency);
                }
            }
        }
        return new Waves(List.copyOf(frequencies));
    }

    /** Those at the given places. */
    Waves only(List<Integer> places) {
        return new Waves(places.stream().map(frequencies::get).toList());
    }

    int count() {
        return frequencies.size();
    }

    /** The columns from {@code from} on, by wave and then by time. */
    double[][] columns(int from, int length) {
        List<double[]> columns = new ArrayList<>();
        for (double frequency : frequencies) {
            if (frequency < 0.5) {
                columns.add(column(from, length, frequency, 0.25));
            }
            columns.add(column(from, length, frequency, 0));
        }
        return columns.toArray(double[][]::new);
    }

    /** The places of the columns of each wave. */
    List<int[]> groups() {
        List<int[]> groups = new ArrayList<>();
        int next = 0;
        for (double frequency : frequencies) {
            groups.add(frequency < 0.5 ? new int[] {next, next + 1} : new int[] {next});
            next += frequency < 0.5 ? 2 : 1;
        }
        return groups;
    }

    private static double[] column(int from, int length, double frequency, double shift) {
        double[] column = new double[length];
        for (int t = 0; t < length; t++) {
            // The whole turns are taken off first: they cost digits in long series.
            double turns = frequency * (from + t) - shift;
            column[t] = Math.cos(2 * Math.PI * (turns - Math.rint(turns)));
        }
        return column;
    }
}
