package org.kvartal.forecast.timeseries.intermittent;

import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * The method of Teunter, Syntetos and Babai: demand sizes and the probability of demand, smoothed apart.
 *
 * <pre>
 *   z = smoothed sizes, updated where there is demand        alpha = 0.2
 *   p = smoothed indicator of demand, updated every period   beta  = 0.2
 *   mean(h) = p z
 * </pre>
 *
 * Falls towards zero when demand ceases. Source: Teunter, Syntetos and Babai (2011), Intermittent demand: linking
 * forecasting to inventory obsolescence, European J. of Operational Research 214, section 2.
 */
public final class TeunterSyntetosBabai implements Forecaster {
    private static final double SIZE_ALPHA = 0.2;
    private static final double PROBABILITY_ALPHA = 0.2;

    @Override
    public String name() {
        return "tsb";
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        return DemandForecasts.constant(name(), history, horizon, levels, TeunterSyntetosBabai::rate);
    }

    static double rate(double[] y) {
        double size = Double.NaN;
        double probability = y[0] != 0 ? 1 : 0;
        for (int t = 0; t < y.length; t++) {
            boolean demand = y[t] != 0;
            if (demand) {
                size = Double.isNaN(size) ? y[t] : size + SIZE_ALPHA * (y[t] - size);
            }
            probability += PROBABILITY_ALPHA * ((demand ? 1 : 0) - probability);
        }
        return probability * size;
    }
}
