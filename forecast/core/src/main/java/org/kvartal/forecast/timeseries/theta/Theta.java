package org.kvartal.forecast.timeseries.theta;

import java.util.Locale;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.decomposition.Gaps;
import org.kvartal.forecast.timeseries.decomposition.SeasonalAdjustment;

/**
 * The Theta method: a level that follows the series, drawn half way (theta = 2) or as far as fits best towards the
 * trend line.
 *
 * <pre>
 *   season out ({@link SeasonalAdjustment}), fit, forecast, season in
 *   level l[0], alpha in [0.01, 0.99], theta in [1, 50]  minimise the squared errors from the third value on
 *   var(h) = sigma2 (1 + psi(1)^2 + ... + psi(h-1)^2)      sigma2 = SSE / (n - 2)
 * </pre>
 *
 * psi(j) is how far a forecast j steps on moves with the first future value, taken from the recursion itself, which is
 * linear. Source: Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler (2016), Int. J. Forecasting 32, sections 2 and
 * 3; Assimakopoulos and Nikolopoulos (2000), Int. J. Forecasting 16 (theta = 2).
 */
public final class Theta implements Forecaster {
    private static final int SHORTEST = 4;
    private static final double STANDARD_THETA = 2;
    private static final double LOWEST_THETA = 1;
    private static final double HIGHEST_THETA = 50;
    /** How far the first level may lie from half of the first value, in mean sizes of the values. */
    private static final double REACH = 3;

    private final Variant variant;

    private Theta(Variant variant) {
        this.variant = variant;
    }

    /** Whether theta is 2 or fitted, and whether the trend line is that of all values or grows with them. */
    public enum Variant {
        STANDARD("theta"),
        OPTIMISED("optimised-theta"),
        DYNAMIC("dynamic-theta"),
        DYNAMIC_OPTIMISED("dynamic-optimised-theta");
        private final String name;

        Variant(String name) {
            this.name = name;
        }

        private boolean isDynamic() {
            return this == DYNAMIC || this == DYNAMIC_OPTIMISED;
        }

        private boolean isOptimised() {
            return this == OPTIMISED || this == DYNAMIC_OPTIMISED;
        }
    }

    public static Theta of(Variant variant) {
        return new Theta(variant);
    }

    @Override
    public String name() {
        return variant.name;
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        Forecaster.requireHorizon(horizon);
        if (history.observedCount() < SHORTEST) {
            return new NotForecastable(
                    name(), "%d observed values, needs %d".formatted(history.observedCount(), SHORTEST));
        }
        SeasonalAdjustment adjustment = SeasonalAdjustment.of(Gaps.filled(history), history.season());
        ThetaFit fit = fit(adjustment.adjusted());
        Forecasts forecasts = Forecasts.normal(
                name(),
                String.format(
                        Locale.ROOT,
                        "alpha %.3f, theta %.2f%s",
                        fit.alpha(),
                        fit.theta(),
                        adjustment.isSeasonal() ? ", season taken out" : ""),
                fit.means(horizon),
                fit.standardDeviations(horizon),
                levels);
        return adjustment.restored(forecasts);
    }

    /** Fits complete values without season. */
    ThetaFit fit(double[] y) {
        ThetaRecursion recursion = variant.isDynamic() ? ThetaRecursion.dynamic(y) : ThetaRecursion.fixed(y);
        double lowestTheta = variant.isOptimised() ? LOWEST_THETA : STANDARD_THETA;
        double highestTheta = variant.isOptimised() ? HIGHEST_THETA : STANDARD_THETA;
        double[][] lines = recursion.lines();
        ThetaSearch search = new ThetaSearch(y, lines[0], lines[1], REACH * scale(y), lowestTheta, highestTheta);
        search.run();
        double squares = recursion.squaredErrors(search.initialLevel(), search.alpha(), search.theta());
        return new ThetaFit(
                recursion, search.initialLevel(), search.alpha(), search.theta(), squares / Math.max(1, y.length - 2));
    }

    private static double scale(double[] y) {
        double sum = 0;
        for (double value : y) {
            sum += Math.abs(value);
        }
        return Math.max(sum / y.length, Double.MIN_NORMAL);
    }
}
