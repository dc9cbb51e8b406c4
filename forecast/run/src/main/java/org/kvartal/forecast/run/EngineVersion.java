package org.kvartal.forecast.run;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * What tells one version of the methods from another: a hash of what they say of four made-up series, to six digits. A
 * change of code or of learned weights that changes any of it thus changes the version, and nobody has to remember to.
 */
final class EngineVersion {
    private static final int SEASON = 12;
    private static final int HORIZON = 3;

    private EngineVersion() {}

    static String of(Forecaster forecaster) {
        StringBuilder said = new StringBuilder(forecaster.name());
        say(said, forecaster, 40, t -> (100 + t) * (1 + 0.3 * Math.sin(2 * Math.PI * t / SEASON)) + noise(t));
        say(said, forecaster, 20, t -> 50 + 3 * t + 4 * noise(t));
        say(said, forecaster, 30, t -> t % 4 == 1 ? 5 + noise(t) : 0);
        say(said, forecaster, 5, t -> 7 + noise(t));
        return SeriesTask.hash(said.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Looks like chance and is none. */
    private static double noise(int t) {
        return t * t * 7 % 11 - 5;
    }

    private static void say(StringBuilder said, Forecaster forecaster, int length, IntToDoubleFunction value) {
        double[] values = IntStream.range(0, length).mapToDouble(value).toArray();
        ForecastResult result = forecaster.forecast(TimeSeries.seasonal(values, SEASON), HORIZON, SeriesTask.LEVELS);
        said.append(result.model());
        if (result instanceof Forecasts forecasts) {
            for (int step = 1; step <= HORIZON; step++) {
                said.append(String.format(
                        Locale.ROOT,
                        " %.5e %.5e %.5e",
                        forecasts.mean(step),
                        forecasts.interval(step, 0.80).upper(),
                        forecasts.interval(step, 0.95).upper()));
            }
        }
    }
}
