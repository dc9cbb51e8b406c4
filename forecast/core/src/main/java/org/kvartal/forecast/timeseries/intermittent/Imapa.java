package org.kvartal.forecast.timeseries.intermittent;

import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * The mean of aggregate, smooth, disaggregate over all lengths up to the mean interval.
 *
 * <pre>
 *   mean(h) = mean over k = 1..K of (smoothed sums over k periods) / k       K the mean interval, rounded
 * </pre>
 *
 * Source: Petropoulos and Kourentzes (2015), Forecast combinations for intermittent demand, J. Operational Research
 * Society 66, section 3.
 */
public final class Imapa implements Forecaster {
    @Override
    public String name() {
        return "imapa";
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        return DemandForecasts.constant(name(), history, horizon, levels, Imapa::rate);
    }

    static double rate(double[] y) {
        int longest = (int) Math.rint(Smoothing.meanInterval(y));
        double sum = 0;
        for (int length = 1; length <= longest; length++) {
            sum += Smoothing.lastOfBest(Smoothing.aggregated(y, length)) / length;
        }
        return sum / longest;
    }
}
