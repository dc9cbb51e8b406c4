package org.kvartal.forecast.timeseries;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The levels of the intervals a forecast is asked for, ascending.
 *
 * @param fractions share of future values inside each interval, above 0 and below 1, as 0.95
 */
public record Levels(List<Double> fractions) {
    private static final Levels NONE = new Levels(List.of());

    public Levels {
        for (double fraction : fractions) {
            if (!(fraction > 0 && fraction < 1)) {
                throw new IllegalArgumentException(
                        "Invalid interval level: %s, must be a fraction, as 0.95".formatted(fraction));
            }
        }
        fractions = fractions.stream().sorted().distinct().toList();
    }

    public static Levels of(double... fractions) {
        return new Levels(DoubleStream.of(fractions).boxed().toList());
    }

    /** No intervals: only the mean is wanted. */
    public static Levels none() {
        return NONE;
    }

    public int count() {
        return fractions.size();
    }

    public double fraction(int index) {
        return fractions.get(index);
    }

    /** The place of a level among those asked for. */
    public int indexOf(double fraction) {
        int index = fractions.indexOf(fraction);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "Invalid interval level: %s, the forecast has %s".formatted(fraction, fractions));
        }
        return index;
    }
}
