package org.kvartal.forecast.timeseries.ets;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.kvartal.forecast.timeseries.decomposition.ClassicalDecomposition;
import org.kvartal.forecast.timeseries.optimise.NormalEquations;

/**
 * Where the search for the initial states begins: seasons by classical decomposition, or by one pair of harmonics when
 * there are fewer than three seasons; level and trend by a straight line through the first values without season.
 *
 * <pre>
 *   y[t] / s  or  y[t] - s  =  l + b t          t = 1..max(10, 2 m)
 * </pre>
 *
 * Source: Hyndman, Koehler, Ord and Snyder (2008), Forecasting with Exponential Smoothing, section 2.6.1.
 */
final class EtsInitialState {
    private static final int SEASONS_FOR_DECOMPOSITION = 3;
    private static final int SHORTEST_LINE = 10;
    private static final double SMALLEST_FACTOR = 0.01;

    private final double[] y;
    private final int season;
    private final Map<EtsForm.Season, double[]> indices = new EnumMap<>(EtsForm.Season.class);

    /** For the forms of one series: the values, complete, and the season length. */
    EtsInitialState(double[] y, int season) {
        this.y = y;
        this.season = season;
    }

    /** The initial state in the order of {@link EtsRecursion#run}. */
    double[] of(EtsForm form) {
        int m = form.hasSeason() ? season : 1;
        double[] indices = this.indices.computeIfAbsent(
                form.season(), kind -> kind == EtsForm.Season.NONE ? new double[1] : indices(y, kind, m));
        double[] adjusted = new double[Math.min(y.length, Math.max(SHORTEST_LINE, 2 * m))];
        for (int t = 0; t < adjusted.length; t++) {
            double s = indices[t % m];
            adjusted[t] = form.season() == EtsForm.Season.MULTIPLICATIVE ? y[t] / s : y[t] - s;
        }
        double[] state = new double[form.stateCount(m)];
        double[] line = line(adjusted);
        if (form.hasTrend()) {
            state[0] = line[0];
            state[1] = line[1];
        } else {
            state[0] = Arrays.stream(adjusted).average().orElseThrow();
        }
        if (form.error() == EtsForm.Error.MULTIPLICATIVE && state[0] <= 0) {
            state[0] =
                    Math.max(Math.abs(y[0]), Arrays.stream(adjusted).average().orElseThrow() / 2);
        }
        if (form.hasSeason()) {
            System.arraycopy(indices, 0, state, form.hasTrend() ? 2 : 1, m - 1);
        }
        return state;
    }

    private static double[] indices(double[] y, EtsForm.Season season, int m) {
        boolean multiplicative = season == EtsForm.Season.MULTIPLICATIVE;
        if (y.length < SEASONS_FOR_DECOMPOSITION * m) {
            return harmonic(y, multiplicative, m);
        }
        if (!multiplicative) {
            return ClassicalDecomposition.additiveIndices(y, m);
        }
        return floored(ClassicalDecomposition.multiplicativeIndices(y, m));
    }

    /** One pair of harmonics beside a straight line. */
    private static double[] harmonic(double[] y, boolean multiplicative, int m) {
        NormalEquations equations = new NormalEquations(4);
        for (int t = 0; t < y.length; t++) {
            double angle = 2 * Math.PI * t / m;
            equations.add(new double[] {1, (double) t / y.length, Math.cos(angle), Math.sin(angle)}, y[t]);
        }
        double[] solution = equations.solve(1e-9);
        double mean = Arrays.stream(y).average().orElseThrow();
        double[] indices = new double[m];
        for (int t = 0; t < m; t++) {
            double angle = 2 * Math.PI * t / m;
            double wave = solution[2] * Math.cos(angle) + solution[3] * Math.sin(angle);
            indices[t] = multiplicative ? 1 + wave / mean : wave;
        }
        return multiplicative ? floored(indices) : indices;
    }

    private static double[] floored(double[] factors) {
        double sum = 0;
        for (int s = 0; s < factors.length; s++) {
            factors[s] = Math.max(factors[s], SMALLEST_FACTOR);
            sum += factors[s];
        }
        for (int s = 0; s < factors.length; s++) {
            factors[s] *= factors.length / sum;
        }
        return factors;
    }

    /** Intercept at t = 0 and slope of the line through values at t = 1, 2, .... */
    private static double[] line(double[] values) {
        int n = values.length;
        if (n < 2) {
            return new double[] {values[0], 0};
        }
        double centre = (n + 1) / 2.0;
        double mean = Arrays.stream(values).average().orElseThrow();
        double covariance = 0;
        double variance = 0;
        for (int t = 0; t < n; t++) {
            covariance += (t + 1 - centre) * (values[t] - mean);
            variance += (t + 1 - centre) * (t + 1 - centre);
        }
        double slope = covariance / variance;
        return new double[] {mean - slope * centre, slope};
    }
}
