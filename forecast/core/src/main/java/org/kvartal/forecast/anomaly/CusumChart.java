package org.kvartal.forecast.anomaly;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tabular cumulative sums, for a level that shifted and stays shifted.
 * <pre>
 *   upper[t] = max(0, x[t] - (target + allowance) + upper[t-1])
 *   lower[t] = max(0, (target - allowance) - x[t] + lower[t-1])
 * </pre>
 * An alarm is a sum above the limit. All in the unit of x; for standardised values allowance 0.5 and limit 5 find a
 * shift of one standard deviation within 10 values. Source: Montgomery and Runger, Applied Statistics and Probability
 * for Engineers, section 16-10; Page (1954), Biometrika 41.
 */
public record CusumChart(double target, double allowance, double limit) {
    /** For standardised values. */
    public static CusumChart standard() {
        return new CusumChart(0, 0.5, 5);
    }

    public List<Double> upper(double... values) {
        return sums(1, values);
    }

    public List<Double> lower(double... values) {
        return sums(-1, values);
    }

    private List<Double> sums(int sign, double... values) {
        List<Double> sums = new ArrayList<>();
        double sum = 0;
        for (double value : values) {
            sum = Math.max(0, sign * (value - target) - allowance + sum);
            sums.add(sum);
        }
        return sums;
    }

    /** Positions, from 0, at which a sum is above the limit. */
    public List<Integer> alarms(double... values) {
        List<Double> upper = upper(values);
        List<Double> lower = lower(values);
        return IntStream.range(0, values.length)
                .filter(t -> upper.get(t) > limit || lower.get(t) > limit)
                .boxed()
                .toList();
    }
}
