package org.kvartal.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.kvartal.reports.fact.Estimate;

/**
 * Maps values to pixels along one direction.
 *
 * @param low value at pixel {@code start}
 * @param high value at pixel {@code end}
 */
record Axis(double low, double high, double start, double end) {
    private static final double[] ROUND_STEPS = {1, 2, 5, 10};

    double at(double value) {
        return start + (value - low) / (high - low) * (end - start);
    }

    double zero() {
        return at(0);
    }

    Axis between(double newStart, double newEnd) {
        return new Axis(low, high, newStart, newEnd);
    }

    /** From zero, or from the lowest value if that is negative, to the highest: what columns and bars stand on. */
    static Axis fromZero(List<Series> series) {
        double low = Math.min(0, values(series).min().orElse(0));
        double high = Math.max(0, values(series).max().orElse(0));
        return low == high ? new Axis(0, 1, 0, 1) : new Axis(low, high, 0, 1);
    }

    /** Around the values, out to round numbers; from zero if that is near. */
    static Axis around(DoubleStream values, int tickCount) {
        double[] all = values.toArray();
        double low = DoubleStream.of(all).min().orElse(0);
        double high = DoubleStream.of(all).max().orElse(1);
        if (low == high) {
            low = Math.min(0, low);
            high = low == high ? 1 : Math.max(0, high);
        }
        if (low > 0 && low < (high - low) * 1.5) {
            low = 0;
        }
        double step = roundStep((high - low) / tickCount);
        return new Axis(Math.floor(low / step) * step, Math.ceil(high / step) * step, 0, 1);
    }

    static DoubleStream values(List<Series> series) {
        return series.stream()
                .flatMap(one -> one.values().stream())
                .flatMap(Estimate::facts)
                .flatMap(fact -> fact.number().stream())
                .mapToDouble(number -> number.doubleValue());
    }

    /** Round numbers inside the axis, about as many as asked for. */
    List<Double> ticks(int count) {
        double step = step(count);
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    double step(int count) {
        return roundStep((high - low) / count);
    }

    private static double roundStep(double atLeast) {
        double magnitude = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (double round : ROUND_STEPS) {
            if (round * magnitude >= atLeast * (1 - 1e-9)) {
                return round * magnitude;
            }
        }
        return 10 * magnitude;
    }
}
