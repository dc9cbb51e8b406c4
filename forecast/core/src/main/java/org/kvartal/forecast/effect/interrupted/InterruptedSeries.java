package org.kvartal.forecast.effect.interrupted;

import java.util.Arrays;
import org.kvartal.forecast.effect.inference.PositiveSystem;

/**
 * Counts per period before and after an interruption that met everybody at once. Weaker evidence than a comparison: whatever
 * else changed at that time is part of the result.
 * <pre>
 *   log E(y[t]) = log(exposure[t]) + b0 + b1 t + b2 after[t] (+ b3 after[t] (t - first)) + season
 *   season      = sum over k of sin and cos of 2 pi k phase[t] / length
 *   phi         = Pearson's chi-square / (n - coefficients)
 *   RR          = exp(b2),   interval exp(b2 -+ 1.96 se),   se = sqrt(phi (X' W X)^-1)
 *   Newey-West:   V = (X' W X)^-1 (sum over lags j of w_j sum over t of u[t] u[t-j]') (X' W X)^-1
 *   u[t] = (y[t] - E(y[t])) x[t],   w_j = 1 - |j| / (L + 1),   L = integer part of 4 (n / 100)^(2/9)
 * </pre>
 * Counts may be sums of any kind, as minutes of all requests with requests for exposure. Counts of requests vary more than a Poisson distribution does: phi is 1 there, and 2 to 4 in practice. Source: Lopez Bernal,
 * Cummins and Gasparrini (2017), Interrupted time series regression for the evaluation of public health interventions,
 * International Journal of Epidemiology 46.
 */
public final class InterruptedSeries {
    /** Fewer periods before the interruption do not show trend and season. */
    public static final int LEAST_BEFORE = 24;

    /** With fewer after it a change cannot be told from an odd month. */
    public static final int LEAST_AFTER = 3;

    private static final int MOST_STEPS = 50;
    private static final double STAYS = 1e-12;

    private final double[] counts;
    private final double[] exposures;
    private final int firstAfter;

    /** What an interruption may change. */
    public enum Change {
        LEVEL,
        LEVEL_AND_SLOPE
    }

    /**
     * @param counts events per period, at least 0
     * @param exposures what they are counted among, as users; above 0
     * @param firstAfter place of the first period after the interruption
     */
    public InterruptedSeries(double[] counts, double[] exposures, int firstAfter) {
        if (counts.length != exposures.length) {
            throw new IllegalArgumentException(
                    "Invalid exposures: %d for %d counts".formatted(exposures.length, counts.length));
        }
        if (firstAfter < LEAST_BEFORE || counts.length - firstAfter < LEAST_AFTER) {
            throw new IllegalArgumentException(
                    "Invalid interruption: %d periods before and %d after it; at least %d and %d would be enough"
                            .formatted(firstAfter, counts.length - firstAfter, LEAST_BEFORE, LEAST_AFTER));
        }
        this.counts = counts.clone();
        this.exposures = exposures.clone();
        this.firstAfter = firstAfter;
    }

    public int periods() {
        return counts.length;
    }

    /** Without a season. */
    public InterruptedFit fit(Change change) {
        return fit(change, 0, 1, 0);
    }

    /**
     * With a season.
     *
     * @param harmonics pairs of waves
     * @param seasonLength periods of a season, 12 for months
     * @param firstPhase place of the first period in the season, from 1
     */
    public InterruptedFit fit(Change change, int harmonics, int seasonLength, int firstPhase) {
        double[][] x = design(change, harmonics, seasonLength, firstPhase);
        double[] b = new double[x[0].length];
        b[0] = Math.log(Arrays.stream(counts).sum() / Arrays.stream(exposures).sum());
        PositiveSystem information = information(x, b);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] move = information.solve(score(x, b));
            for (int k = 0; k < b.length; k++) {
                b[k] += move[k];
            }
            information = information(x, b);
            if (Arrays.stream(move).allMatch(one -> Math.abs(one) < STAYS)) {
                return fitted(x, b, information);
            }
        }
        throw new ArithmeticException(
                "Cannot fit an interrupted series: coefficients still move after %d steps".formatted(MOST_STEPS));
    }

    private InterruptedFit fitted(double[][] x, double[] b, PositiveSystem information) {
        double[][] inverse = information.inverse();
        double[] errors = new double[b.length];
        for (int k = 0; k < b.length; k++) {
            errors[k] = Math.sqrt(inverse[k][k]);
        }
        return new InterruptedFit(b, errors, neweyWest(x, b, inverse), dispersion(x, b), autocorrelation(x, b));
    }

    private double[] neweyWest(double[][] x, double[] b, double[][] inverse) {
        double[][] u = new double[x.length][b.length];
        for (int t = 0; t < x.length; t++) {
            double[] score = new double[b.length];
            double surprise = counts[t] - expected(x[t], b, t);
            for (int k = 0; k < b.length; k++) {
                score[k] = surprise * x[t][k];
            }
            for (int k = 0; k < b.length; k++) {
                for (int m = 0; m < b.length; m++) {
                    u[t][k] += inverse[k][m] * score[m];
                }
            }
        }
        int lags = (int) Math.floor(4 * Math.pow(x.length / 100.0, 2 / 9.0));
        double[] errors = new double[b.length];
        for (int k = 0; k < b.length; k++) {
            double variance = 0;
            for (int t = 0; t < x.length; t++) {
                for (int s = Math.max(0, t - lags); s <= Math.min(x.length - 1, t + lags); s++) {
                    variance += (1 - Math.abs(t - s) / (lags + 1.0)) * u[t][k] * u[s][k];
                }
            }
            errors[k] = Math.sqrt(variance);
        }
        return errors;
    }

    private double autocorrelation(double[][] x, double[] b) {
        double products = 0;
        double squares = 0;
        double before = 0;
        for (int t = 0; t < x.length; t++) {
            double mean = expected(x[t], b, t);
            double residual = (counts[t] - mean) / Math.sqrt(mean);
            products += residual * before;
            squares += residual * residual;
            before = residual;
        }
        return products / squares;
    }

    private double[][] design(Change change, int harmonics, int seasonLength, int firstPhase) {
        int own = change == Change.LEVEL ? 3 : 4;
        double[][] x = new double[counts.length][own + 2 * harmonics];
        for (int t = 0; t < x.length; t++) {
            x[t][0] = 1;
            x[t][1] = t + 1;
            x[t][2] = t >= firstAfter ? 1 : 0;
            if (own > 3) {
                x[t][3] = Math.max(0, t - firstAfter);
            }
            for (int k = 1; k <= harmonics; k++) {
                double angle = 2 * Math.PI * k * (firstPhase + t) / seasonLength;
                x[t][own + 2 * k - 2] = Math.sin(angle);
                x[t][own + 2 * k - 1] = Math.cos(angle);
            }
        }
        return x;
    }

    private double expected(double[] row, double[] b, int t) {
        double eta = Math.log(exposures[t]);
        for (int k = 0; k < b.length; k++) {
            eta += row[k] * b[k];
        }
        return Math.exp(eta);
    }

    private PositiveSystem information(double[][] x, double[] b) {
        double[][] information = new double[b.length][b.length];
        for (int t = 0; t < x.length; t++) {
            double mean = expected(x[t], b, t);
            for (int k = 0; k < b.length; k++) {
                for (int m = 0; m <= k; m++) {
                    information[k][m] += mean * x[t][k] * x[t][m];
                }
            }
        }
        return PositiveSystem.of(information);
    }

    private double[] score(double[][] x, double[] b) {
        double[] score = new double[b.length];
        for (int t = 0; t < x.length; t++) {
            double surprise = counts[t] - expected(x[t], b, t);
            for (int k = 0; k < b.length; k++) {
                score[k] += surprise * x[t][k];
            }
        }
        return score;
    }

    private double dispersion(double[][] x, double[] b) {
        double sum = 0;
        for (int t = 0; t < x.length; t++) {
            double mean = expected(x[t], b, t);
            sum += (counts[t] - mean) * (counts[t] - mean) / mean;
        }
        return sum / (x.length - b.length);
    }
}
