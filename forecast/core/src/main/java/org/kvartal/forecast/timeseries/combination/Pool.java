package org.kvartal.forecast.timeseries.combination;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.arima.Arima;
import org.kvartal.forecast.timeseries.arima.Autoregression;
import org.kvartal.forecast.timeseries.ces.Ces;
import org.kvartal.forecast.timeseries.decomposition.SeasonalAdjustment;
import org.kvartal.forecast.timeseries.ets.Ets;
import org.kvartal.forecast.timeseries.ets.EtsForm;
import org.kvartal.forecast.timeseries.theta.Theta;

/**
 * The methods that are combined.
 *
 * <p>Methods without a season of their own see the values with the season taken out once, and the season is put back
 * into what they say; the others see the values as they are.
 */
public final class Pool {
    /** The methods whose median is half of the forecast of a seasonal series. */
    static final Set<String> CORE = Set.of("ets", "ces", "arima", "dynamic-optimised-theta", "autoregression");

    private final Map<String, Forecaster> seasonal = new LinkedHashMap<>();
    private final Map<String, Forecaster> adjusted = new LinkedHashMap<>();

    private Pool() {}

    /** Every method, for series of ordinary length and one short season. */
    public static Pool whole() {
        Pool pool = longSeries();
        pool.seasonal.put("ets", Ets.automatic());
        pool.adjusted.put("theta", Theta.of(Theta.Variant.STANDARD));
        pool.adjusted.put("simple-smoothing", smoothing(EtsForm.Trend.NONE));
        pool.adjusted.put("damped-trend", smoothing(EtsForm.Trend.DAMPED));
        return pool;
    }

    /** The methods for series without season; ARIMA adds cost there and no accuracy. */
    static Pool withoutSeason() {
        Pool pool = longSeries();
        pool.seasonal.put("ets", Ets.automatic());
        pool.seasonal.remove("arima");
        return pool;
    }

    /** The methods that stay fast on long series. */
    static Pool longSeries() {
        Pool pool = new Pool();
        pool.seasonal.put("ces", Ces.automatic());
        pool.seasonal.put("arima", Arima.automatic());
        pool.adjusted.put("dynamic-optimised-theta", Theta.of(Theta.Variant.DYNAMIC_OPTIMISED));
        pool.adjusted.put("autoregression", new Autoregression());
        return pool;
    }

    private static Forecaster smoothing(EtsForm.Trend trend) {
        return Ets.of(new EtsForm(EtsForm.Error.ADDITIVE, trend, EtsForm.Season.NONE));
    }

    /** What each method says about a complete series; {@code dropped} receives those that say nothing, and why. */
    public Map<String, Forecasts> forecast(
            TimeSeries complete,
            SeasonalAdjustment adjustment,
            int horizon,
            Levels levels,
            Map<String, String> dropped) {
        Map<String, Forecasts> results = new LinkedHashMap<>();
        seasonal.forEach((name, method) -> keep(name, method.forecast(complete, horizon, levels), results, dropped));
        TimeSeries withoutSeason = TimeSeries.of(adjustment.adjusted());
        adjusted.forEach((name, method) -> {
            ForecastResult result = method.forecast(withoutSeason, horizon, levels);
            keep(name, result instanceof Forecasts found ? adjustment.restored(found) : result, results, dropped);
        });
        return results;
    }

    private static void keep(
            String name, ForecastResult result, Map<String, Forecasts> results, Map<String, String> dropped) {
        if (result instanceof Forecasts forecasts && forecasts.isFinite()) {
            results.put(name, forecasts);
        } else {
            dropped.put(name, result instanceof Forecasts ? "not finite" : result.reason());
        }
    }
}
