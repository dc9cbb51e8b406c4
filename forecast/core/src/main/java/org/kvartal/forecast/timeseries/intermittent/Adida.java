package org.kvartal.forecast.timeseries.intermittent;

import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * Aggregate, smooth, disaggregate.
 *
 * <pre>
 *   x       = sums of y over k periods, k the mean interval between demands, rounded
 *   mean(h) = smoothed x / k                          alpha from 0.1 to 0.3 by least squares
 * </pre>
 *
 * Source: Nikolopoulos, Syntetos, Boylan, Petropoulos and Assimakopoulos (2011), An aggregate-disaggregate intermittent
 * demand approach, J. Operational Research Society 62, section 2.
 */
public final class Adida implements Forecaster {
    @Override
    public String name() {
        return "adida";
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        return DemandForecasts.constant(name(), history, horizon, levels, Adida::rate);
    }

    private static double rate(double[] y) {
        int length = (int) Math.rint(Smoothing.meanInterval(y));
        return Smoothing.lastOfBest(Smoothing.aggregated(y, length)) / length;
    }
}
