package org.kvartal.forecast.timeseries.fourier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.arima.ArimaErrors;
import org.kvartal.forecast.timeseries.decomposition.Gaps;
import org.kvartal.forecast.timeseries.regression.Elimination;

/**
 * Harmonic regression with ARIMA errors, for seasons that are long, several or not whole.
 *
 * <pre>
 *   x[t] = log y[t]  or  y[t]                            logarithms if all values are positive
 *   x[t] = sum of waves + n[t]                           {@link Waves}, n by {@link ArimaErrors}
 *   waves: all there is room for, then the weakest is dropped as long as AICc falls ({@link Elimination})
 * </pre>
 *
 * A season needs to be seen twice. The means of logarithms come back as medians. Source: Young, Pedregal and Tych (1999),
 * Dynamic harmonic regression, J. of Forecasting 18; Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd
 * ed., section 10.5, with waves dropped singly in place of one K a season.
 */
public final class DynamicHarmonic implements Forecaster {
    private static final int MOST_OF_EACH = 12;
    private static final int VALUES_A_WAVE = 10;
    private static final int MOST_WAVES = 36;
    private static final int SEEN = 2;

    private final double[] given;

    private DynamicHarmonic(double[] given) {
        this.given = given;
    }

    /** The seasons of each series. */
    public static DynamicHarmonic ofSeries() {
        return new DynamicHarmonic(new double[0]);
    }

    /** Given seasons, whole or not, as 7 and 365.25, whatever the series says. */
    public static DynamicHarmonic of(double... seasons) {
        for (double season : seasons) {
            if (!(season >= 2)) {
                throw new IllegalArgumentException("Invalid season length: %s, must be at least 2".formatted(season));
            }
        }
        return new DynamicHarmonic(seasons.clone());
    }

    @Override
    public String name() {
        return "dynamic-harmonic";
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        Forecaster.requireHorizon(horizon);
        int n = history.length();
        double[] seasons = (given.length > 0
                        ? Arrays.stream(given)
                        : Arrays.stream(history.seasons()).asDoubleStream())
                .filter(m -> m >= 2 && n >= SEEN * m)
                .toArray();
        if (seasons.length == 0 || history.observedCount() * 2 < n) {
            return new NotForecastable(
                    name(), "no season is seen twice in %d observed values".formatted(history.observedCount()));
        }
        double[] y = Gaps.filled(history);
        boolean positive = Arrays.stream(y).allMatch(value -> value > 0);
        double[] x = positive ? Arrays.stream(y).map(Math::log).toArray() : y;
        Waves all = Waves.of(seasons, MOST_OF_EACH, Math.min(MOST_WAVES, n / VALUES_A_WAVE));
        Optional<Forecasts> forecasts = kept(x, all).flatMap(waves -> forecast(x, waves, seasons, horizon, levels));
        return forecasts
                .map(found -> positive ? found.transformed((step, value) -> Math.exp(value)) : found)
                .filter(Forecasts::isFinite)
                .<ForecastResult>map(found -> found)
                .orElseGet(() -> new NotForecastable(name(), "%d values are too few or diverge".formatted(n)));
    }

    private static Optional<Waves> kept(double[] x, Waves all) {
        return ArimaErrors.automatic(x, all.columns(0, x.length), 1).map(errors -> {
            List<int[]> groups = all.groups();
            List<int[]> kept = Elimination.kept(errors, groups);
            return all.only(IntStream.range(0, groups.size())
                    .filter(i -> kept.contains(groups.get(i)))
                    .boxed()
                    .toList());
        });
    }

    private Optional<Forecasts> forecast(double[] x, Waves waves, double[] seasons, int horizon, Levels levels) {
        double[][] future = waves.columns(x.length, horizon);
        return ArimaErrors.automatic(x, waves.columns(0, x.length), 1)
                .map(errors -> Forecasts.normal(
                        name(),
                        "%d waves of seasons %s, errors %s"
                                .formatted(waves.count(), Arrays.toString(seasons), errors.order()),
                        errors.means(horizon, future),
                        errors.standardDeviations(horizon, future),
                        levels));
    }
}
