package org.kvartal.forecast.timeseries.ces;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.decomposition.ClassicalDecomposition;
import org.kvartal.forecast.timeseries.decomposition.Gaps;
import org.kvartal.forecast.timeseries.decomposition.SeasonalAdjustment;
import org.kvartal.forecast.timeseries.optimise.BoxedLeastSquares;
import org.kvartal.forecast.timeseries.optimise.ErrorTable;
import org.kvartal.forecast.timeseries.optimise.Prior;

/**
 * Complex exponential smoothing, which moves between level and trend without choosing one.
 *
 * <pre>
 *   without season: on the values with the season taken out ({@link SeasonalAdjustment})
 *   AICc   = n log(SSE / n) + 2 k + 2 k (k + 1) / (n - k - 1)      k: parameters, initial states and variance
 *   var(h) = sigma2 (1 + psi(1)^2 + ... + psi(h-1)^2)              sigma2 = SSE / (n - parameters)
 * </pre>
 *
 * The parameters are drawn towards customary ones ({@link Prior}). psi(j) is how far a forecast j steps on moves with the first future value, taken from the recursion, which is linear.
 * The initial states come from decomposition and are not estimated. Source: Svetunkov, Kourentzes and Ord (2022),
 * Complex exponential smoothing, Naval Research Logistics 69.
 */
public final class Ces implements Forecaster {
    private static final int SHORTEST = 5;
    private static final double[] LOWER = {0.01, 0.01, 0.0001, 0.0001};
    /** Of a0, a1, b0 and b1 around the start; chosen on the ends of training series, as in bench/forecast-accuracy. */
    private static final double[] SPREAD = {0.5, 0.1, 0.5, 0.1};

    private static final double[] CALM_SPREAD = {0.3, 0.03, 0.3, 0.03};
    private static final double PARTIAL_SPREAD = 0.2;
    private static final double[] UPPER = {1.8, 1.9, 1.5, 1.5};
    private static final double[] START = {1.3, 1.0, 0.1, 0.9};
    private static final double[] FULL_START = {1.3, 1.0, 1.3, 1.0};
    private static final int STEPS = 10;
    private static final double TOLERANCE = 1e-7;

    private final Optional<Season> only;

    private Ces(Optional<Season> only) {
        this.only = only;
    }

    /** How the season enters. */
    public enum Season {
        NONE(2),
        PARTIAL(3),
        FULL(4);
        private final int parameters;

        Season(int parameters) {
            this.parameters = parameters;
        }

        int parameters() {
            return parameters;
        }
    }

    /** Chooses how the season enters by the corrected Akaike criterion. */
    public static Ces automatic() {
        return new Ces(Optional.empty());
    }

    public static Ces of(Season season) {
        return new Ces(Optional.of(season));
    }

    @Override
    public String name() {
        return "ces";
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        Forecaster.requireHorizon(horizon);
        if (history.observedCount() < SHORTEST) {
            return new NotForecastable(
                    name(), "%d observed values, needs %d".formatted(history.observedCount(), SHORTEST));
        }
        double[] y = Gaps.filled(history);
        int m = history.season();
        SeasonalAdjustment adjustment = SeasonalAdjustment.of(y, m);
        ErrorTable table = new ErrorTable(y.length);
        Optional<Fit> best = seasons(adjustment, y.length, m)
                .map(season -> fit(season == Season.NONE ? adjustment.adjusted() : y, season, m, table))
                .min((a, b) -> Double.compare(a.aicc, b.aicc));
        Fit fit = best.orElseThrow();
        Forecasts forecasts = Forecasts.normal(
                name(),
                String.format(
                        Locale.ROOT,
                        "season %s, a0 %.3f, a1 %.3f",
                        fit.season.name().toLowerCase(Locale.ROOT),
                        fit.parameters[0],
                        fit.parameters[1]),
                fit.recursion.path(fit.parameters, horizon, 0),
                fit.standardDeviations(horizon),
                levels);
        if (!forecasts.isFinite()) {
            return new NotForecastable(name(), "the states explode");
        }
        return fit.season == Season.NONE ? adjustment.restored(forecasts) : forecasts;
    }

    private Stream<Season> seasons(SeasonalAdjustment adjustment, int n, int m) {
        if (only.isPresent()) {
            return only.stream();
        }
        boolean seasonal = adjustment.isSeasonal() && n >= 3 * m;
        return seasonal ? Arrays.stream(Season.values()) : Stream.of(Season.NONE);
    }

    private static Fit fit(double[] y, Season season, int m, ErrorTable table) {
        double[] initial = initial(y, season, m);
        int dimension = season.parameters;
        double[] start = Arrays.copyOf(season == Season.FULL ? FULL_START : START, dimension);
        double[] upper = Arrays.copyOf(UPPER, dimension);
        if (season == Season.FULL) {
            upper[2] = UPPER[0];
            upper[3] = UPPER[1];
        }
        BoxedLeastSquares search = new BoxedLeastSquares(
                new CesSensitivity(y, season, m, initial, table, new Prior(start, spread(season, m))),
                start,
                Arrays.copyOf(LOWER, dimension),
                upper);
        search.improve(STEPS, TOLERANCE);
        CesRecursion recursion = new CesRecursion(y, season, m, initial);
        return new Fit(recursion, season, search.point(), search.value(), y.length, m);
    }

    /** Trends of series with a season rarely last; those of yearly values often do. */
    private static double[] spread(Season season, int m) {
        double[] spread = Arrays.copyOf(m > 1 ? CALM_SPREAD : SPREAD, season.parameters);
        if (season == Season.PARTIAL) {
            spread[2] = PARTIAL_SPREAD;
        }
        return spread;
    }

    private static double[] initial(double[] y, Season season, int m) {
        int window = Math.min(y.length, Math.max(10, m));
        double level = Arrays.stream(y, 0, window).average().orElseThrow();
        double[] initial = new double[season == Season.NONE ? 2 : 2 + m];
        initial[0] = level;
        initial[1] = level / 1.1;
        if (season != Season.NONE) {
            System.arraycopy(ClassicalDecomposition.additiveIndices(y, m), 0, initial, 2, m);
        }
        return initial;
    }

    private static final class Fit {
        private final CesRecursion recursion;
        private final Season season;
        private final double[] parameters;
        private final double sigma2;
        private final double aicc;

        private Fit(CesRecursion recursion, Season season, double[] parameters, double squares, int n, int m) {
            this.recursion = recursion;
            this.season = season;
            this.parameters = parameters;
            sigma2 = squares / Math.max(1, n - season.parameters);
            // The season taken out beforehand was estimated as well.
            int k = season.parameters + 3 + (season == Season.NONE ? 0 : m);
            aicc = n * Math.log(Math.max(squares, Double.MIN_NORMAL) / n)
                    + 2.0 * k
                    + 2.0 * k * (k + 1) / Math.max(1, n - k - 1);
        }

        private double[] standardDeviations(int horizon) {
            double[] undisturbed = recursion.path(parameters, horizon, 0);
            double[] disturbed = recursion.path(parameters, horizon, Math.sqrt(sigma2));
            double[] deviations = new double[horizon];
            double variance = sigma2;
            for (int h = 0; h < horizon; h++) {
                deviations[h] = Math.sqrt(variance);
                if (h + 1 < horizon) {
                    double response = disturbed[h + 1] - undisturbed[h + 1];
                    variance += response * response;
                }
            }
            return deviations;
        }
    }
}
