package org.kvartal.forecast.timeseries.hierarchy;

/**
 * Base forecasts of all nodes at past moments beside what came, for choosing how to reconcile.
 *
 * <p>A moment is one step ahead of one rolling origin. Forecasts are finite; an actual value may be {@code NaN}.
 */
public final class RollingForecasts {
    private final Grouping grouping;
    private final double[][] forecasts;
    private final double[][] actuals;

    private RollingForecasts(Grouping grouping, double[][] forecasts, double[][] actuals) {
        this.grouping = grouping;
        this.forecasts = forecasts;
        this.actuals = actuals;
    }

    /**
     * @param forecasts by moment, then by node in the order of {@link Grouping#nodes()}
     * @param actuals likewise
     */
    public static RollingForecasts of(Grouping grouping, double[][] forecasts, double[][] actuals) {
        if (forecasts.length != actuals.length) {
            throw new IllegalArgumentException("Invalid rolling forecasts: %d moments forecast, %d came"
                    .formatted(forecasts.length, actuals.length));
        }
        return new RollingForecasts(grouping, forecasts.clone(), actuals.clone());
    }

    public Grouping grouping() {
        return grouping;
    }

    public int momentCount() {
        return forecasts.length;
    }

    double[] forecast(int moment) {
        return forecasts[moment];
    }

    double[] actual(int moment) {
        return actuals[moment];
    }

    /** Actual minus forecast. */
    public NodeErrors errors() {
        double[][] errors = new double[forecasts.length][grouping.nodeCount()];
        for (int k = 0; k < errors.length; k++) {
            for (int i = 0; i < errors[k].length; i++) {
                errors[k][i] = actuals[k][i] - forecasts[k][i];
            }
        }
        return NodeErrors.of(grouping, errors);
    }
}
