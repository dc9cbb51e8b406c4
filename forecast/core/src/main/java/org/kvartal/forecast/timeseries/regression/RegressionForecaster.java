package org.kvartal.forecast.timeseries.regression;

import java.util.Optional;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.arima.ArimaErrors;

/**
 * Known regressors under any method: effects by regression with ARIMA errors, the remainder by the method.
 *
 * <pre>
 *   y[t]    = sum_k b[k] (x[t,k] - mean x[k]) + r[t]          b: {@link ArimaErrors}
 *   mean(h) = sum_k b[k] (x[n+h,k] - mean x[k]) + r(h)        r(h): the method's forecast of r
 *   end(h)  = mean(h) -+ sqrt(distance(h)^2 + z^2 v(h))       distance: r(h) to its end, v: variance from b
 * </pre>
 *
 * Chosen by AICc, b[k] moves the method's forecast by b[k] max(0, 1 - 3 / ratio^2), the non-negative garrote of Breiman
 * (1995), Technometrics 37; 3 rather than 2, since standard errors are a little small. z is the normal quantile of the level. Around a method, forecasts of a series that was never negative are not negative. Regressors that AICc finds too weak are left out and named; missing, dependent or
 * unprecedented columns end in {@link NotForecastable} with their name, never in silence. Source: Hyndman and
 * Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., chapter 10; the method on the remainder is an extension.
 */
public final class RegressionForecaster {
    private static final String NAME = "regression";

    private final Optional<Forecaster> method;
    private final Choice choice;

    /** Which regressors are used. */
    public enum Choice {
        /** All that can be told apart. */
        ALL,
        /** Those with which the corrected Akaike criterion is lower. */
        BY_AICC
    }

    private RegressionForecaster(Optional<Forecaster> method, Choice choice) {
        this.method = method;
        this.choice = choice;
    }

    /** The remainder by the same ARIMA model the effects are estimated with. */
    public static RegressionForecaster withArimaErrors(Choice choice) {
        return new RegressionForecaster(Optional.empty(), choice);
    }

    /** The remainder by another method. */
    public static RegressionForecaster around(Forecaster method, Choice choice) {
        return new RegressionForecaster(Optional.of(method), choice);
    }

    /** The method with regressors bound to it; earlier ends of the same series are forecast with earlier rows. */
    public Forecaster knowing(KnownRegressors regressors) {
        return new Forecaster() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
                return RegressionForecaster.this.forecast(
                        history, regressors.at(history.length(), horizon), horizon, levels);
            }
        };
    }

    /**
     * Forecasts the values that follow the history.
     *
     * @param regressors a past row for each value of the history, at least {@code horizon} future rows
     */
    public ForecastResult forecast(TimeSeries history, KnownRegressors regressors, int horizon, Levels levels) {
        Forecaster.requireHorizon(horizon);
        if (regressors.horizon() < horizon) {
            throw new IllegalArgumentException(
                    "Invalid regressors: %d future rows for a horizon of %d".formatted(regressors.horizon(), horizon));
        }
        KnownRegressors needed = regressors.at(regressors.pastLength(), horizon);
        RegressionResult result = fit(history, needed);
        return result instanceof RegressionFit fit
                ? forecast(fit, horizon, levels)
                : new NotForecastable(NAME, ((RegressionRefusal) result).reason());
    }

    /** The effects of the regressors, or why they cannot be told. */
    public RegressionResult fit(TimeSeries history, KnownRegressors regressors) {
        if (regressors.pastLength() != history.length()) {
            throw new IllegalArgumentException("Invalid regressors: %d past rows for %d values"
                    .formatted(regressors.pastLength(), history.length()));
        }
        if (history.observedCount() == 0) {
            return new RegressionRefusal("no observed value");
        }
        int first = 0;
        while (Double.isNaN(history.value(first))) {
            first++;
        }
        TimeSeries series = history.between(first, history.length());
        KnownRegressors known = regressors.withoutFirst(first);
        ColumnCheck check = new ColumnCheck(known);
        Optional<String> objection = check.objection();
        if (objection.isPresent()) {
            return new RegressionRefusal(objection.get());
        }
        return RegressionFit.of(series, known, check, choice)
                .<RegressionResult>map(fit -> fit)
                .orElseGet(() -> new RegressionRefusal("%d observed values are too few for %d regressors"
                        .formatted(series.observedCount(), known.count())));
    }

    private ForecastResult forecast(RegressionFit fit, int horizon, Levels levels) {
        if (method.isEmpty()) {
            ArimaErrors errors = fit.errors();
            Forecasts forecasts = Forecasts.normal(
                    NAME,
                    "%s; errors %s".formatted(fit.describe(), errors.order()),
                    errors.means(horizon, fit.future()),
                    errors.standardDeviations(horizon, fit.future()),
                    levels);
            return forecasts.isFinite() ? forecasts : new NotForecastable(NAME, errors.order() + " diverges");
        }
        ForecastResult result = method.get().forecast(fit.remainder(), horizon, levels);
        return result instanceof Forecasts remainder ? moved(remainder, fit, levels) : result;
    }

    private static Forecasts moved(Forecasts remainder, RegressionFit fit, Levels levels) {
        int horizon = remainder.horizon();
        double[] moves = fit.movesAhead(horizon);
        double[] variances = fit.errors().coefficientVariances(horizon, fit.future());
        double[] means = remainder.means();
        double[][] lower = new double[levels.count()][horizon];
        double[][] upper = new double[levels.count()][horizon];
        for (int i = 0; i < levels.count(); i++) {
            double z = Forecasts.normalQuantile(0.5 + levels.fraction(i) / 2);
            double[] low = remainder.lower(levels.fraction(i));
            double[] high = remainder.upper(levels.fraction(i));
            for (int h = 0; h < horizon; h++) {
                double own = z * Math.sqrt(variances[h]);
                lower[i][h] = means[h] + moves[h] - Math.hypot(means[h] - low[h], own);
                upper[i][h] = means[h] + moves[h] + Math.hypot(high[h] - means[h], own);
            }
        }
        for (int h = 0; h < horizon; h++) {
            means[h] += moves[h];
        }
        String reason = "%s; remainder %s: %s".formatted(fit.describe(), remainder.model(), remainder.reason());
        Forecasts forecasts = Forecasts.of(NAME, reason, means, levels, lower, upper);
        return fit.isNeverNegative() ? forecasts.transformed((step, value) -> Math.max(0, value)) : forecasts;
    }
}
