package org.kvartal.forecast.timeseries.accuracy;

import java.util.Arrays;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.Naive;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.decomposition.Autocorrelation;
import org.kvartal.forecast.timeseries.decomposition.ClassicalDecomposition;

/**
 * The benchmark of the M4 competition: the last value, carried through the season when the history has one.
 *
 * <pre>
 *   mean(h) = y[T] / f[T mod m] * f[(T + h) mod m]      f: multiplicative classical indices, all 1 without season
 * </pre>
 *
 * Missing values are left out. The intervals are those of the naive method on the values without season, times the
 * index. Source: Makridakis, Spiliotis and Assimakopoulos (2020), The M4 Competition, Int. J. Forecasting 36, section
 * 2.3.
 */
public final class Naive2 implements Forecaster {
    private final Forecaster naive = new Naive();

    @Override
    public String name() {
        return "naive2";
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        double[] values = history.observed();
        int m = history.season();
        boolean seasonal = Arrays.stream(values).allMatch(v -> v > 0) && Autocorrelation.isSeasonal(values, m);
        double[] indices = seasonal ? ClassicalDecomposition.multiplicativeIndices(values, m) : ones(m);
        double[] adjusted = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            adjusted[t] = values[t] / indices[t % m];
        }
        ForecastResult result = naive.forecast(TimeSeries.of(adjusted), horizon, levels);
        return result instanceof Forecasts forecasts
                ? forecasts
                        .transformed((step, value) -> value * indices[(values.length + step - 1) % m])
                        .as(name(), seasonal ? "season of " + m : "no season found")
                : new NotForecastable(name(), result.reason());
    }

    private static double[] ones(int m) {
        double[] ones = new double[m];
        Arrays.fill(ones, 1);
        return ones;
    }
}
