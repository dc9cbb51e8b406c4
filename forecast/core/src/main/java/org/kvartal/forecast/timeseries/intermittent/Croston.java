package org.kvartal.forecast.timeseries.intermittent;

import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * Croston's method: demand sizes and the intervals between demands, smoothed apart.
 *
 * <pre>
 *   z = smoothed sizes,  p = smoothed intervals       both updated where there is demand, alpha = 0.1
 *   mean(h) = z / p
 * </pre>
 *
 * The first interval counts from the start of the series. Biased upwards: see {@link SyntetosBoylan}. Source: Croston
 * (1972), Forecasting and stock control for intermittent demands, Operational Research Quarterly 23.
 */
public final class Croston implements Forecaster {
    static final double ALPHA = 0.1;

    @Override
    public String name() {
        return "croston";
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        return DemandForecasts.constant(name(), history, horizon, levels, Croston::rate);
    }

    /** Demand per period; there must be demand. */
    static double rate(double[] y) {
        double size = 0;
        double interval = 0;
        int last = 0;
        for (int t = 1; t <= y.length; t++) {
            if (y[t - 1] != 0) {
                boolean first = last == 0;
                size = first ? y[t - 1] : size + ALPHA * (y[t - 1] - size);
                interval = first ? t : interval + ALPHA * (t - last - interval);
                last = t;
            }
        }
        return size / interval;
    }
}
