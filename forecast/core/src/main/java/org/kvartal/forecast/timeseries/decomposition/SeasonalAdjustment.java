package org.kvartal.forecast.timeseries.decomposition;

import org.kvartal.forecast.timeseries.Forecasts;

/**
 * Takes the season out of a series, and puts it back into its forecasts.
 *
 * <p>The season is taken out when the test of {@link Autocorrelation} finds one, by factors if all values are positive,
 * by differences otherwise: the practice of the Theta method in the M3 and M4 competitions. Factors are drawn towards 1 as
 * far as chance may have moved them ({@link SeasonalShrinkage}).
 */
public final class SeasonalAdjustment {
    private static final double SMALLEST_FACTOR = 0.01;

    private final Season season;
    private final double[] indices;
    private final double[] adjusted;

    private enum Season {
        NONE,
        FACTORS,
        DIFFERENCES
    }

    private SeasonalAdjustment(Season season, double[] indices, double[] values) {
        this.season = season;
        this.indices = indices;
        adjusted = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            double index = season == Season.NONE ? 0 : indices[t % indices.length];
            adjusted[t] = season == Season.FACTORS ? values[t] / index : values[t] - index;
        }
    }

    /** Adjusts complete values for a season of length {@code m}, if they have one. */
    public static SeasonalAdjustment of(double[] values, int m) {
        if (!Autocorrelation.isSeasonal(values, m)) {
            return new SeasonalAdjustment(Season.NONE, new double[0], values);
        }
        boolean positive = true;
        for (double value : values) {
            positive = positive && value > 0;
        }
        if (positive) {
            double[] factors =
                    SeasonalShrinkage.shrunk(ClassicalDecomposition.multiplicativeIndices(values, m), values);
            boolean usable = true;
            for (double factor : factors) {
                usable = usable && factor > SMALLEST_FACTOR;
            }
            if (usable) {
                return new SeasonalAdjustment(Season.FACTORS, factors, values);
            }
        }
        return new SeasonalAdjustment(Season.DIFFERENCES, ClassicalDecomposition.additiveIndices(values, m), values);
    }

    public boolean isSeasonal() {
        return season != Season.NONE;
    }

    /** A copy of the values without season. */
    public double[] adjusted() {
        return adjusted.clone();
    }

    /** Forecasts of the adjusted values, with the season put back. */
    public Forecasts restored(Forecasts forecasts) {
        int n = adjusted.length;
        int m = indices.length;
        return switch (season) {
            case NONE -> forecasts;
            case FACTORS -> forecasts.transformed((step, value) -> value * indices[(n + step - 1) % m]);
            case DIFFERENCES -> forecasts.transformed((step, value) -> value + indices[(n + step - 1) % m]);
        };
    }
}
