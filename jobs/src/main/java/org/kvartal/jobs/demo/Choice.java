package org.kvartal.jobs.demo;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Alternatives with weights. */
final class Choice<T> {
    private final List<T> values;
    private final double[] cumulated;

    private Choice(List<T> values, double[] weights) {
        this.values = List.copyOf(values);
        this.cumulated = weights.clone();
        Arrays.parallelPrefix(cumulated, Double::sum);
    }

    static <T> Choice<T> of(List<T> values, double... weights) {
        if (values.size() != weights.length) {
            throw new IllegalArgumentException("Invalid choice: " + weights.length + " weights for " + values);
        }
        return new Choice<>(values, weights);
    }

    static <T> Choice<T> of(List<T> values, ToDoubleFunction<T> weight) {
        return new Choice<>(values, values.stream().mapToDouble(weight).toArray());
    }

    /** The alternative at a fraction, from 0 to 1, of the total weight. */
    T at(double fraction) {
        return atAmongFirst(values.size(), fraction);
    }

    /** As {@link #at}, when only the first {@code count} alternatives exist yet. */
    T atAmongFirst(int count, double fraction) {
        double target = fraction * cumulated[count - 1];
        int found = Arrays.binarySearch(cumulated, 0, count, target);
        int index = found >= 0 ? found + 1 : -found - 1;
        return values.get(Math.min(index, count - 1));
    }

    List<T> values() {
        return values;
    }
}
