package org.kvartal.forecast.timeseries.hierarchy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Base forecasts of all nodes at past moments beside what came, for choosing how to reconcile.
 *
 * <p>A moment is one step ahead of one rolling origin. Forecasts are finite; an actual value may be {@code NaN}.
 */
public final class RollingForecasts {
    private final Grouping grouping;
    private final int[] origins;
    private final int horizon;
    private final double[][] forecasts;
    private final double[][] actuals;
    private final int[] moments;

    private RollingForecasts(
            Grouping grouping, int[] origins, int horizon, double[][] forecasts, double[][] actuals, int[] moments) {
        this.grouping = grouping;
        this.origins = origins;
        this.horizon = horizon;
        this.forecasts = forecasts;
        this.actuals = actuals;
        this.moments = moments;
    }

    /**
     * @param origins the number of values known at each origin, ascending
     * @param forecasts of the horizon of the first origin, then of the next; each by node as {@link Grouping#nodes()}
     * @param actuals likewise
     */
    public static RollingForecasts of(
            Grouping grouping, int[] origins, int horizon, double[][] forecasts, double[][] actuals) {
        int count = origins.length * horizon;
        if (forecasts.length != count || actuals.length != count) {
            throw new IllegalArgumentException("Invalid rolling forecasts: %d forecast and %d actual for %d moments"
                    .formatted(forecasts.length, actuals.length, count));
        }
        int[] moments = IntStream.range(0, count).toArray();
        return new RollingForecasts(grouping, origins.clone(), horizon, forecasts.clone(), actuals.clone(), moments);
    }

    public Grouping grouping() {
        return grouping;
    }

    public int momentCount() {
        return moments.length;
    }

    int originCount() {
        return origins.length;
    }

    double[] forecast(int moment) {
        return forecasts[moments[moment]];
    }

    double[] actual(int moment) {
        return actuals[moments[moment]];
    }

    /** The moments seen from some of the origins: those of one part when they are cut into parts in order of time. */
    RollingForecasts part(int part, int parts) {
        return where(moment -> partOf(moment, parts) == part);
    }

    /** The moments seen from the other origins, without those whose actual values are also in the part. */
    RollingForecasts withoutPart(int part, int parts) {
        Set<Integer> times = new HashSet<>();
        for (int moment : moments) {
            if (partOf(moment, parts) == part) {
                times.add(time(moment));
            }
        }
        return where(moment -> partOf(moment, parts) != part && !times.contains(time(moment)));
    }

    private int partOf(int moment, int parts) {
        return moment / horizon * parts / origins.length;
    }

    private int time(int moment) {
        return origins[moment / horizon] + moment % horizon;
    }

    private RollingForecasts where(IntPredicate kept) {
        int[] some = Arrays.stream(moments).filter(kept).toArray();
        return new RollingForecasts(grouping, origins, horizon, forecasts, actuals, some);
    }

    /** Actual minus forecast. */
    public NodeErrors errors() {
        double[][] errors = new double[moments.length][grouping.nodeCount()];
        for (int k = 0; k < errors.length; k++) {
            for (int i = 0; i < errors[k].length; i++) {
                errors[k][i] = actual(k)[i] - forecast(k)[i];
            }
        }
        return NodeErrors.of(grouping, errors);
    }
}
