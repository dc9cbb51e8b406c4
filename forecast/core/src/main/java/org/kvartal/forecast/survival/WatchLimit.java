package org.kvartal.forecast.survival;

import java.util.OptionalDouble;

/**
 * Up to when a time is worth counting: the time by which 99 % have ended, or 95 or 90 % where that many never do. Cases that
 * could be watched for that long are not censored if each counts for at most as long: one that goes on has lasted the limit.
 */
public final class WatchLimit {
    private static final double[] SHARES = {0.99, 0.95, 0.9};
    private static final double LEVEL = 0.95;

    private WatchLimit() {}

    /** In the unit of the observations; empty where not even nine tenths ever end. */
    public static OptionalDouble of(KaplanMeier curve) {
        for (double share : SHARES) {
            QuantileTime time = curve.quantile(share, LEVEL, IntervalScale.LOG);
            if (time.isReached()) {
                return OptionalDouble.of(time.time());
            }
        }
        return OptionalDouble.empty();
    }
}
