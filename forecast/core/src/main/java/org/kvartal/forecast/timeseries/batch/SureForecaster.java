package org.kvartal.forecast.timeseries.batch;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
 *   2. others that are given, then {@link SeasonalBaseline}
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
    private final List<Forecaster> others;

    /** @param others stand in before the baseline does; what they say bears another name than the method */
    public SureForecaster(Forecaster method, Forecaster... others) {
        this.method = method;
        this.others = Stream.concat(Stream.of(others), Stream.of(new SeasonalBaseline()))
                .toList();
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
        String why = method.name() + " has no forecast: " + complaint(own) + "; instead ";
        for (Forecaster other : others) {
            if (attempt(other, history, horizon, levels) instanceof Forecasts found && found.isFinite()) {
                return found.as(found.model(), why + found.model() + ": " + found.reason());
            }
        }
        Forecasts found = lastResort(history, horizon, levels);
        return found.as(found.model(), why + found.model() + ": " + found.reason());
    }

    private Forecasts named(Forecasts own) {
        return own.model().equals(name()) ? own : own.as(name(), own.model() + ": " + own.reason());
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
