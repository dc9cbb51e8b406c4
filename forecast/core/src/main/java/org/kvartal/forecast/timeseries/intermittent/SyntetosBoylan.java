package org.kvartal.forecast.timeseries.intermittent;

import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * Croston's method without most of its bias.
 *
 * <pre>
 *   mean(h) = (1 - alpha / 2) z / p                   z, p, alpha: see {@link Croston}
 * </pre>
 *
 * Source: Syntetos and Boylan (2005), The accuracy of intermittent demand estimates, Int. J. Forecasting 21, section 2.
 */
public final class SyntetosBoylan implements Forecaster {
    @Override
    public String name() {
        return "sba";
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        return DemandForecasts.constant(
                name(), history, horizon, levels, y -> (1 - Croston.ALPHA / 2) * Croston.rate(y));
    }
}
