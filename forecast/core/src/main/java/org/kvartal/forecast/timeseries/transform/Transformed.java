package org.kvartal.forecast.timeseries.transform;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * Any method on a Box-Cox scale: interval ends come back as quantiles, means as means.
 *
 * <pre>
 *   v(h) = ((upper(h) - lower(h)) / (2 z))^2       of the method's 80 % interval on the scale, z = 1.2816
 * </pre>
 *
 * A lambda chosen by the series lies between 0 and 1: below 0 the way back is not defined for every value. The mean is
 * that of {@link BoxCox#mean}. Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., sections
 * 3.1 and 5.6.
 */
public final class Transformed implements Forecaster {
    private static final double SPREAD_LEVEL = 0.8;

    private final Forecaster method;
    private final Optional<LambdaChoice> choice;
    private final BoxCox given;
    private final Centre centre;

    /** What the mean of the result is. */
    public enum Centre {
        MEAN,
        MEDIAN
    }

    private Transformed(Forecaster method, Optional<LambdaChoice> choice, BoxCox given, Centre centre) {
        this.method = method;
        this.choice = choice;
        this.given = given;
        this.centre = centre;
    }

    /** The method on the scale that suits each series. */
    public static Transformed chosen(Forecaster method, LambdaChoice choice, Centre centre) {
        return new Transformed(method, Optional.of(choice), new BoxCox(1), centre);
    }

    public static Transformed by(BoxCox boxCox, Forecaster method, Centre centre) {
        return new Transformed(method, Optional.empty(), boxCox, centre);
    }

    @Override
    public String name() {
        return method.name();
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        Forecaster.requireHorizon(horizon);
        BoxCox scale = choice.map(by -> new BoxCox(by.of(history, 0, 1))).orElse(given);
        double[] values = history.toArray();
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(values[t])) {
                if (!scale.covers(values[t])) {
                    return new NotForecastable(
                            name(),
                            "value %d is %s, lambda %s needs positive values"
                                    .formatted(t + 1, values[t], scale.lambda()));
                }
                values[t] = scale.transform(values[t]);
            }
        }
        Levels wanted = Levels.of(DoubleStream.concat(
                        levels.fractions().stream().mapToDouble(Double::doubleValue), DoubleStream.of(SPREAD_LEVEL))
                .toArray());
        ForecastResult result = method.forecast(history.withValues(values), horizon, wanted);
        if (!(result instanceof Forecasts forecasts)) {
            return result;
        }
        Forecasts restored = restored(forecasts, scale, levels);
        return restored.isFinite()
                ? restored
                : new NotForecastable(name(), "no bound on the way back from lambda %s".formatted(scale.lambda()));
    }

    private Forecasts restored(Forecasts forecasts, BoxCox scale, Levels levels) {
        int horizon = forecasts.horizon();
        double[] means = new double[horizon];
        double z = Forecasts.normalQuantile(0.5 + SPREAD_LEVEL / 2);
        for (int h = 1; h <= horizon; h++) {
            double deviation = forecasts.interval(h, SPREAD_LEVEL).width() / (2 * z);
            means[h - 1] = centre == Centre.MEDIAN
                    ? scale.invert(forecasts.mean(h))
                    : scale.mean(forecasts.mean(h), deviation * deviation);
        }
        double[][] lower = new double[levels.count()][horizon];
        double[][] upper = new double[levels.count()][horizon];
        for (int i = 0; i < levels.count(); i++) {
            double[] low = forecasts.lower(levels.fraction(i));
            double[] high = forecasts.upper(levels.fraction(i));
            for (int h = 0; h < horizon; h++) {
                lower[i][h] = scale.invert(low[h]);
                upper[i][h] = scale.invert(high[h]);
            }
        }
        String reason = String.format(Locale.ROOT, "%s; Box-Cox %.2f", forecasts.reason(), scale.lambda());
        return Forecasts.of(forecasts.model(), reason, means, levels, lower, upper);
    }
}
