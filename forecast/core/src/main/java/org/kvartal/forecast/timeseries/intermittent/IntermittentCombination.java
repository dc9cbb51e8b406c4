package org.kvartal.forecast.timeseries.intermittent;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * The default for intermittent demand: the mean of four rates that err in different ways, by how they did last.
 *
 * <pre>
 *   rates   TSB; IMAPA; mean of the last 12 values; mean of all values
 *   mean    sum w[i] rate[i],  w[i] proportional to MSE[i]^-2
 *   MSE[i]  mean squared error over min(h, n / 6) values from each of the last 3 origins, as long as 8 values come before
 * </pre>
 *
 * TSB follows a demand that ceases, IMAPA one that grows, the mean of the history is unbiased when neither happens.
 * Squared errors are least for the mean of demand; absolute errors reward forecasting zero and are never used. Without
 * an origin all weights are equal. Source for combining: Petropoulos and Kourentzes (2015), J. Operational Research
 * Society 66, section 5.
 */
public final class IntermittentCombination implements Forecaster {
    private static final int RECENT = 12;
    private static final int ORIGINS = 3;
    private static final int FEWEST = 8;
    private static final int SHARE = 6;
    private static final double SMALLEST = 1e-3;

    private static final List<ToDoubleFunction<double[]>> RATES = List.of(
            TeunterSyntetosBabai::rate,
            Imapa::rate,
            y -> mean(y, Math.max(0, y.length - RECENT), y.length),
            y -> mean(y, 0, y.length));

    @Override
    public String name() {
        return "intermittent";
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        return DemandForecasts.constant(name(), history, horizon, levels, y -> rate(y, horizon));
    }

    private static double rate(double[] y, int horizon) {
        double[] squares = squaredErrors(y, horizon);
        double weights = 0;
        double sum = 0;
        for (int i = 0; i < squares.length; i++) {
            double weight = 1 / (squares[i] * squares[i]);
            weights += weight;
            sum += weight * rateOf(RATES.get(i), y);
        }
        return sum / weights;
    }

    /** The squared errors of each rate over the last values, none near 0; all 1 if there is no origin. */
    private static double[] squaredErrors(double[] y, int horizon) {
        double[] squares = new double[RATES.size()];
        int length = Math.max(1, Math.min(horizon, y.length / SHARE));
        for (int k = 1; k <= ORIGINS && y.length - k * length >= FEWEST; k++) {
            int origin = y.length - k * length;
            double[] before = Arrays.copyOf(y, origin);
            for (int i = 0; i < squares.length; i++) {
                double rate = rateOf(RATES.get(i), before);
                for (int t = origin; t < origin + length; t++) {
                    squares[i] += (y[t] - rate) * (y[t] - rate);
                }
            }
        }
        double largest = Arrays.stream(squares).max().orElseThrow();
        return Arrays.stream(squares)
                .map(value -> largest == 0 ? 1 : Math.max(SMALLEST, value / largest))
                .toArray();
    }

    private static double rateOf(ToDoubleFunction<double[]> method, double[] y) {
        return Arrays.stream(y).anyMatch(value -> value != 0) ? method.applyAsDouble(y) : 0;
    }

    private static double mean(double[] y, int from, int to) {
        return Arrays.stream(y, from, to).average().orElseThrow();
    }
}
