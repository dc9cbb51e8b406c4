package org.kvartal.forecast.timeseries.intermittent;

import java.util.Arrays;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * The default for intermittent demand: the mean of three rates that err in different ways.
 *
 * <pre>
 *   mean(h) = (TSB + IMAPA + mean of the history) / 3
 * </pre>
 *
 * TSB follows a demand that ceases, IMAPA one that grows, the mean of the history is unbiased when neither happens. No
 * method is chosen by MASE, which rewards forecasting zero. Source for combining: Petropoulos and Kourentzes (2015), J.
 * Operational Research Society 66, section 5.
 */
public final class IntermittentCombination implements Forecaster {
    @Override
    public String name() {
        return "intermittent";
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        return DemandForecasts.constant(name(), history, horizon, levels, IntermittentCombination::rate);
    }

    private static double rate(double[] y) {
        double mean = Arrays.stream(y).average().orElseThrow();
        return (TeunterSyntetosBabai.rate(y) + Imapa.rate(y) + mean) / 3;
    }
}
