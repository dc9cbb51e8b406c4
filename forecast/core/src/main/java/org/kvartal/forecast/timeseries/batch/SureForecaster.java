package org.kvartal.forecast.timeseries.batch;

import java.util.Arrays;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.SeasonalBaseline;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * A method that has finite numbers for every series: where it has none of its own, or fails, simpler ones stand in.
 *
 * <pre>
 *   1. the method
 *   2. {@link SeasonalBaseline}
 *   3. the last observed value, from the lowest to the highest      where the spread is beyond double precision
 *   4. zeros                                                       where nothing was observed
 * </pre>
 *
 * The model of the result is the one of these that answered; the reason tells why the ones before it did not.
 */
public final class SureForecaster implements Forecaster {
    /** The model of zeros that stand where nothing is known. */
    public static final String NONE = "none";

    private final Forecaster method;
    private final Forecaster baseline = new SeasonalBaseline();

    public SureForecaster(Forecaster method) {
        this.method = method;
    }

    @Override
    public String name() {
        return method.name();
    }

    @Override
    public Forecasts forecast(TimeSeries history, int horizon, Levels levels) {
        Forecaster.requireHorizon(horizon);
        ForecastResult own = attempt(method, history, horizon, levels);
        if (isUsable(own)) {
            return named((Forecasts) own);
        }
        String why = method.name() + " has no forecast: " + complaint(own);
        ForecastResult simple = attempt(baseline, history, horizon, levels);
        Forecasts instead = isUsable(simple) ? (Forecasts) simple : lastResort(history, horizon, levels);
        return instead.as(instead.model(), why + "; instead " + instead.model() + ": " + instead.reason());
    }

    private Forecasts named(Forecasts own) {
        return isOwn(own) ? own : own.as(name(), own.model() + ": " + own.reason());
    }

    /** Whether forecasts are those of the method itself. */
    public boolean isOwn(Forecasts forecasts) {
        return forecasts.model().equals(method.name());
    }

    /** One series must not take the others down, whatever is wrong with it or with the method. */
    private static ForecastResult attempt(Forecaster forecaster, TimeSeries history, int horizon, Levels levels) {
        try {
            return forecaster.forecast(history, horizon, levels);
        } catch (RuntimeException failure) {
            String message = failure.getMessage() == null ? "" : ", " + failure.getMessage();
            return new NotForecastable(
                    forecaster.name(), "it failed with " + failure.getClass().getSimpleName() + message);
        }
    }

    private static boolean isUsable(ForecastResult result) {
        return result instanceof Forecasts forecasts && forecasts.isFinite();
    }

    private static String complaint(ForecastResult result) {
        return result instanceof Forecasts ? "not every number is finite" : result.reason();
    }

    private static Forecasts lastResort(TimeSeries history, int horizon, Levels levels) {
        double[] observed = history.observed();
        if (observed.length == 0) {
            return level(NONE, "zeros, for nothing was observed", new double[] {0}, horizon, levels);
        }
        return level("last-value", "the last of " + observed.length + " observed values", observed, horizon, levels);
    }

    private static Forecasts level(String model, String reason, double[] observed, int horizon, Levels levels) {
        double[] means = new double[horizon];
        Arrays.fill(means, observed[observed.length - 1]);
        double[][] lower = new double[levels.count()][horizon];
        double[][] upper = new double[levels.count()][horizon];
        for (int i = 0; i < levels.count(); i++) {
            Arrays.fill(lower[i], Arrays.stream(observed).min().orElseThrow());
            Arrays.fill(upper[i], Arrays.stream(observed).max().orElseThrow());
        }
        return Forecasts.of(model, reason, means, levels, lower, upper);
    }
}
