package org.kvartal.forecast.timeseries;

/**
 * The baseline for any series of at least one value: the simplest method that its length and season allow.
 *
 * <pre>
 *   no observed value                        none
 *   one value, or all alike                  naive
 *   at least two full seasons, m above 1     seasonal naive
 *   at least one full season, m above 1      mean, since the last value carries its season
 *   fewer than 4 values                      mean
 *   otherwise                                naive
 * </pre>
 *
 * m is the season length. The reason of the result names the step taken.
 */
public final class SeasonalBaseline implements Forecaster {
    private static final int FEW = 4;

    private final Forecaster naive = new Naive();
    private final Forecaster mean = new HistoricMean();
    private final Forecaster seasonalNaive = new SeasonalNaive();

    @Override
    public String name() {
        return "seasonal-baseline";
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        Forecaster.requireHorizon(horizon);
        int observed = history.observedCount();
        int m = history.season();
        if (observed == 0) {
            return new NotForecastable(name(), "no observed value");
        }
        if (observed == 1) {
            return chosen(naive.forecast(history, horizon, levels), "one value");
        }
        if (isConstant(history)) {
            return chosen(naive.forecast(history, horizon, levels), "constant series");
        }
        if (m > 1 && history.length() >= 2 * m) {
            ForecastResult seasonal = seasonalNaive.forecast(history, horizon, levels);
            return seasonal instanceof Forecasts
                    ? chosen(seasonal, "at least 2 seasons of " + m)
                    : chosen(mean.forecast(history, horizon, levels), seasonal.reason());
        }
        if (m > 1 && observed >= m) {
            return chosen(mean.forecast(history, horizon, levels), "fewer than 2 seasons of " + m);
        }
        return observed < FEW
                ? chosen(mean.forecast(history, horizon, levels), "fewer than " + FEW + " values")
                : chosen(naive.forecast(history, horizon, levels), m > 1 ? "less than a season of " + m : "no season");
    }

    private static ForecastResult chosen(ForecastResult result, String why) {
        return result instanceof Forecasts forecasts
                ? forecasts.as(forecasts.model(), why + ": " + forecasts.reason())
                : result;
    }

    private static boolean isConstant(TimeSeries history) {
        double[] observed = history.observed();
        for (double value : observed) {
            if (value != observed[0]) {
                return false;
            }
        }
        return true;
    }
}
