package org.kvartal.forecast.timeseries.conformal;

import java.util.List;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * Any method with intervals from its own errors: it forecasts from past origins, and its errors there, by step ahead, say
 * how wide the intervals must be.
 *
 * <pre>
 *   origin[i]   = n - i s,  i = 1..R,  s = max(1, ceil(2 H / R))    as long as half of the history comes before
 *   score[i](h) = |y - mean(h)| at origin i                         where the value is known
 *   width(h)    = the k-th smallest score of the step, k = ceil((N + 1) level), N scores          if k &lt;= N
 *               = max(largest score, t(N, (1 + level) / 2) sqrt((1 + 1 / N) mean of score^2))      otherwise
 *   interval(h) = mean(h) -+ width(h), at least as wide as that of the step before
 * </pre>
 *
 * n is the number of values, H the horizon, R the refits allowed, t the quantile of Student's distribution: with fewer
 * scores than the level needs, a bound without assumptions would be infinite. Without any score the method keeps its own
 * intervals. Intervals of a series that was never negative are not negative. Sources: Lei, G'Sell, Rinaldo, Tibshirani
 * and Wasserman (2018), J. Am. Statistical Association 113, section 2.2 (split conformal); Stankeviciute, Alaa and van
 * der Schaar (2021), Conformal time-series forecasting, NeurIPS 34, section 3 (by step ahead).
 */
public final class Conformal implements Forecaster {
    private static final int REFITS = 24;

    private final Forecaster forecaster;
    private final int refits;

    private Conformal(Forecaster forecaster, int refits) {
        this.forecaster = forecaster;
        this.refits = refits;
    }

    /** The method with intervals from at most 24 past origins. */
    public static Conformal of(Forecaster forecaster) {
        return of(forecaster, REFITS);
    }

    /**
     * The method with intervals from past origins.
     *
     * @param refits the largest number of times the method is fitted beside the forecast itself
     */
    public static Conformal of(Forecaster forecaster, int refits) {
        if (refits < 1) {
            throw new IllegalArgumentException("Invalid number of refits: %d, must be at least 1".formatted(refits));
        }
        return new Conformal(forecaster, refits);
    }

    @Override
    public String name() {
        return forecaster.name() + "-conformal";
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        Forecaster.requireHorizon(horizon);
        ForecastResult result = forecaster.forecast(history, horizon, levels);
        return result instanceof Forecasts forecasts
                ? conformed(history, forecasts, levels)
                : new NotForecastable(name(), result.reason());
    }

    private Forecasts conformed(TimeSeries history, Forecasts forecasts, Levels levels) {
        int horizon = forecasts.horizon();
        List<StepScores> scores = PastErrors.of(forecaster, history, horizon, refits);
        if (scores.get(0).count() == 0) {
            return forecasts.as(name(), forecasts.reason() + "; too short for past origins");
        }
        double[][] lower = new double[levels.count()][horizon];
        double[][] upper = new double[levels.count()][horizon];
        double floor = isNeverNegative(history) ? 0 : Double.NEGATIVE_INFINITY;
        for (int i = 0; i < levels.count(); i++) {
            double width = 0;
            for (int h = 0; h < horizon; h++) {
                width = Math.max(width, scores.get(h).width(levels.fraction(i)));
                lower[i][h] = Math.max(Math.min(floor, forecasts.mean(h + 1)), forecasts.mean(h + 1) - width);
                upper[i][h] = forecasts.mean(h + 1) + width;
            }
        }
        String reason = "%s; %d past origins"
                .formatted(forecasts.reason(), scores.get(0).count());
        return Forecasts.of(name(), reason, forecasts.means(), levels, lower, upper);
    }

    private static boolean isNeverNegative(TimeSeries history) {
        for (double value : history.observed()) {
            if (value < 0) {
                return false;
            }
        }
        return true;
    }
}
