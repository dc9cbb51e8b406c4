package org.kvartal.forecast.timeseries.combination;

import java.util.Arrays;
import java.util.Optional;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.decomposition.ClassicalDecomposition;
import org.kvartal.forecast.timeseries.decomposition.SeasonalAdjustment;
import org.kvartal.forecast.timeseries.decomposition.Stl;

/**
 * A series as a method sees it: as it is, or with a season taken out that is put back into what the method says.
 *
 * <pre>
 *   z[t]      log y[t] if all values are positive, otherwise y[t]
 *   tested:   {@link SeasonalAdjustment}: no season unless a test finds one
 *   drawn:    f[s] = mean of z[t] - trend[t] over t = s mod m, mean 0 over s      trend: centred average of m values
 *             f'[s] = (1 - w) f[s],  w = min(1, max(1, m - 3) / (m - 1) V / T)
 *             T = sum f[s]^2 / (m - 1)      V = variance of z - trend - f, times the mean of 1 / count[s]
 *   evolving: season of {@link Stl} of z over 11 seasons, its last year carried on
 * </pre>
 *
 * A test turns a weak season off at once; drawing it towards 0 by as much as chance explains does so little by little,
 * which forecasts better on short series. Source: Miller and Williams (2003), Shrinkage estimators of time series seasonal
 * factors and their effect on forecasting accuracy, Int. J. Forecasting 19, section 3 (James-Stein), here of logarithms.
 */
final class SeasonView {
    private static final int SEASONS_FOR_EVOLVING = 3;
    private static final int WINDOW = 11;

    private final TimeSeries series;
    private final Restoring restoring;

    private SeasonView(TimeSeries series, Restoring restoring) {
        this.series = series;
        this.restoring = restoring;
    }

    /** Which season a method does not have to model itself. */
    enum Kind {
        AS_IS,
        TESTED,
        DRAWN,
        EVOLVING
    }

    private interface Restoring {
        Forecasts apply(Forecasts forecasts);
    }

    /** The view of a complete series; empty if it is too short for a season of its length, or has none. */
    static Optional<SeasonView> of(Kind kind, TimeSeries complete, SeasonalAdjustment tested) {
        int n = complete.length();
        int m = complete.season();
        return switch (kind) {
            case AS_IS -> Optional.of(new SeasonView(complete, forecasts -> forecasts));
            case TESTED -> Optional.of(new SeasonView(TimeSeries.of(tested.adjusted()), tested::restored));
            case DRAWN -> m > 1 && n > 2 * m + 1 ? Optional.of(drawn(complete.toArray(), m)) : Optional.empty();
            case EVOLVING ->
                m > 1 && n >= SEASONS_FOR_EVOLVING * m
                        ? Optional.of(evolving(complete.toArray(), m))
                        : Optional.empty();
        };
    }

    TimeSeries series() {
        return series;
    }

    /** Forecasts of the view as forecasts of the series. */
    Forecasts restored(Forecasts forecasts) {
        return restoring.apply(forecasts);
    }

    private static SeasonView drawn(double[] y, int m) {
        boolean positive = Arrays.stream(y).allMatch(value -> value > 0);
        double[] z = positive ? Arrays.stream(y).map(Math::log).toArray() : y;
        double[] f = ClassicalDecomposition.additiveIndices(z, m);
        double kept = 1 - shareOfChance(z, f, m);
        for (int s = 0; s < m; s++) {
            f[s] *= kept;
        }
        double[] season = new double[y.length];
        for (int t = 0; t < y.length; t++) {
            season[t] = f[t % m];
        }
        return of(z, season, f, y.length % m, positive);
    }

    private static double shareOfChance(double[] z, double[] f, int m) {
        double[] trend = ClassicalDecomposition.centredMovingAverage(z, m);
        int[] counts = new int[m];
        int total = 0;
        double squares = 0;
        for (int t = 0; t < z.length; t++) {
            if (!Double.isNaN(trend[t])) {
                double rest = z[t] - trend[t] - f[t % m];
                squares += rest * rest;
                counts[t % m]++;
                total++;
            }
        }
        double spread = 0;
        double inverseCount = 0;
        for (int s = 0; s < m; s++) {
            spread += f[s] * f[s] / (m - 1);
            inverseCount += 1.0 / counts[s] / m;
        }
        double chance = total > m ? squares / (total - m) * inverseCount : spread;
        return spread > 0 ? Math.min(1, Math.max(1, m - 3.0) / (m - 1) * chance / spread) : 1;
    }

    private static SeasonView evolving(double[] y, int m) {
        boolean positive = Arrays.stream(y).allMatch(value -> value > 0);
        double[] z = positive ? Arrays.stream(y).map(Math::log).toArray() : y;
        double[] season = Stl.of(z, m, WINDOW).season();
        return of(z, season, Arrays.copyOfRange(season, y.length - m, y.length), 0, positive);
    }

    /** The view without {@code season}; step 1 ahead has {@code indices[first]}, the next the next, and round again. */
    private static SeasonView of(double[] z, double[] season, double[] indices, int first, boolean positive) {
        double[] x = new double[z.length];
        for (int t = 0; t < x.length; t++) {
            x[t] = positive ? Math.exp(z[t] - season[t]) : z[t] - season[t];
        }
        double[] ahead = positive ? Arrays.stream(indices).map(Math::exp).toArray() : indices;
        return new SeasonView(
                TimeSeries.of(x),
                forecasts -> forecasts.transformed((step, value) -> {
                    double index = ahead[(first + step - 1) % ahead.length];
                    return positive ? value * index : value + index;
                }));
    }
}
