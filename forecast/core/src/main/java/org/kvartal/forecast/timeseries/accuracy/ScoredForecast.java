package org.kvartal.forecast.timeseries.accuracy;

import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.TimeSeries;

/** Forecasts beside the values that came to be. */
public final class ScoredForecast {
    private final TimeSeries history;
    private final Forecasts forecasts;
    private final double[] actuals;

    /** @param actuals the values after the history, one a step; {@code NaN} where unknown */
    public ScoredForecast(TimeSeries history, Forecasts forecasts, double[] actuals) {
        if (actuals.length != forecasts.horizon()) {
            throw new IllegalArgumentException("Invalid number of actual values: %d for %d forecasts"
                    .formatted(actuals.length, forecasts.horizon()));
        }
        this.history = history;
        this.forecasts = forecasts;
        this.actuals = actuals.clone();
    }

    /** The number of values before the forecasts. */
    public int origin() {
        return history.length();
    }

    public TimeSeries history() {
        return history;
    }

    public Forecasts forecasts() {
        return forecasts;
    }

    public double[] actuals() {
        return actuals.clone();
    }

    public double smape() {
        return PointMeasures.smape(actuals, forecasts.means());
    }

    public double mase() {
        return PointMeasures.mase(history, actuals, forecasts.means());
    }

    public double rmsse() {
        return PointMeasures.rmsse(history, actuals, forecasts.means());
    }

    public double wape() {
        return PointMeasures.wape(actuals, forecasts.means());
    }

    /** The sum of the absolute errors. */
    public double absoluteErrors() {
        return PointMeasures.absoluteErrors(actuals, forecasts.means());
    }

    /** The sum of the sizes of the actual values. */
    public double volume() {
        return PointMeasures.volume(actuals);
    }

    public double bias() {
        return PointMeasures.bias(history, actuals, forecasts.means());
    }

    public double coverage(double level) {
        return IntervalMeasures.coverage(actuals, forecasts.lower(level), forecasts.upper(level));
    }

    public double msis(double level) {
        return IntervalMeasures.msis(history, actuals, forecasts.lower(level), forecasts.upper(level), level);
    }

    /** The pinball loss of both ends of an interval, averaged. */
    public double pinball(double level) {
        return (IntervalMeasures.pinball(actuals, forecasts.lower(level), (1 - level) / 2)
                        + IntervalMeasures.pinball(actuals, forecasts.upper(level), (1 + level) / 2))
                / 2;
    }
}
