package org.kvartal.forecast.effect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.kvartal.forecast.effect.inference.Interval;
import org.kvartal.forecast.effect.inference.JointTest;
import org.kvartal.forecast.effect.inference.PositiveSystem;

/**
 * How fast an effect wears off after the treatment.
 * <pre>
 *   theta(e) = A exp(-r e)       e = 0, 1, ..: periods since treatment
 *   A, r = least of (theta^ - theta)' V^-1 (theta^ - theta)
 *   half-life = ln 2 / r
 * </pre>
 * V is the covariance of the effects by event time, its correlations shrunk by q / (q + clusters), because the inverse of a
 * matrix estimated from few clusters is wild. The interval is that of 499 draws of the effects from the contributions of the
 * clusters, each fitted anew. Where an effect of 0 or a constant one fits as well (the tests reject neither at 5 %), or
 * where the interval of r holds 0, no half-life can be told. Event times with fewer than five treated clusters are left out.
 * Source of the fit: generalised least squares, Seber and Wild (1989), Nonlinear Regression, section 2.1.4.
 */
public final class Decay {
    private static final int MOST_EVENTS = 24;
    private static final int LEAST_EVENTS = 3;
    private static final int DRAWS = 499;
    private static final double SLOWEST = -0.5;
    private static final double FASTEST = 3;
    private static final double SIGNIFICANCE = 0.05;

    private final double start;
    private final double rate;
    private final Interval rates;
    private final double pOfConstant;

    private Decay(double start, double rate, Interval rates, double pOfConstant) {
        this.start = start;
        this.rate = rate;
        this.rates = rates;
        this.pOfConstant = pOfConstant;
    }

    /**
     * Fits the decay.
     *
     * @return empty when fewer than three event times can be used, or no effect is there that could wear off
     */
    public static Optional<Decay> of(GroupTimeEffects effects, long seed) {
        List<Aggregate> events = effects.events().stream()
                .filter(one -> one.key().eventTime() != null && one.key().eventTime() >= 0)
                .filter(one -> one.support().treated() >= Support.LEAST)
                .limit(MOST_EVENTS)
                .toList();
        if (events.size() < LEAST_EVENTS) {
            return Optional.empty();
        }
        double[] theta = events.stream().mapToDouble(Aggregate::effect).toArray();
        double[] times = events.stream().mapToDouble(one -> time(one)).toArray();
        double[][] c = events.stream().map(Aggregate::byCluster).toArray(double[][]::new);
        if (!(JointTest.ofFew(theta, c, effects.panel().strata()).p() < SIGNIFICANCE)) {
            return Optional.empty();
        }
        double p = JointTest.ofFew(
                        differences(theta), differences(c), effects.panel().strata())
                .p();
        PositiveSystem covariance = PositiveSystem.of(shrunk(c));
        double rate = rate(theta, times, covariance);
        double[] drawn = drawn(theta, times, c, covariance, seed);
        Interval rates = new Interval(drawn[(int) (0.025 * DRAWS)], drawn[(int) (0.975 * DRAWS)]);
        return Optional.of(new Decay(start(theta, times, covariance, rate), rate, rates, p));
    }

    private static double time(Aggregate event) {
        Long time = event.key().eventTime();
        return time == null ? 0 : time;
    }

    private static double[] drawn(double[] theta, double[] times, double[][] c, PositiveSystem covariance, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] rates = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] other = theta.clone();
            for (int cluster = 0; cluster < c[0].length; cluster++) {
                boolean isUp = random.nextBoolean();
                for (int j = 0; j < other.length; j++) {
                    other[j] += isUp ? c[j][cluster] : -c[j][cluster];
                }
            }
            rates[draw] = rate(other, times, covariance);
        }
        Arrays.sort(rates);
        return rates;
    }

    private static double[] differences(double[] values) {
        double[] differences = new double[values.length - 1];
        for (int j = 0; j < differences.length; j++) {
            differences[j] = values[j + 1] - values[0];
        }
        return differences;
    }

    private static double[][] differences(double[][] rows) {
        double[][] differences = new double[rows.length - 1][rows[0].length];
        for (int j = 0; j < differences.length; j++) {
            for (int k = 0; k < rows[0].length; k++) {
                differences[j][k] = rows[j + 1][k] - rows[0][k];
            }
        }
        return differences;
    }

    private static double[][] shrunk(double[][] c) {
        int q = c.length;
        double share = (double) q / (q + c[0].length);
        double[][] v = new double[q][q];
        for (int a = 0; a < q; a++) {
            for (int b = 0; b < q; b++) {
                double sum = 0;
                for (int k = 0; k < c[a].length; k++) {
                    sum += c[a][k] * c[b][k];
                }
                v[a][b] = a == b ? sum : (1 - share) * sum;
            }
        }
        return v;
    }

    /** The best of a grid, and then of ever finer ones around it. */
    private static double rate(double[] theta, double[] times, PositiveSystem covariance) {
        double low = SLOWEST;
        double high = FASTEST;
        double best = 0;
        while (high - low > 1e-6) {
            double step = (high - low) / 35;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i <= 35; i++) {
                double candidate = low + i * step;
                double misfit = misfit(theta, times, covariance, candidate);
                if (misfit < least) {
                    least = misfit;
                    best = candidate;
                }
            }
            low = Math.max(SLOWEST, best - step);
            high = Math.min(FASTEST, best + step);
        }
        return best;
    }

    private static double misfit(double[] theta, double[] times, PositiveSystem covariance, double rate) {
        double a = start(theta, times, covariance, rate);
        double[] rest = new double[theta.length];
        for (int j = 0; j < rest.length; j++) {
            rest[j] = theta[j] - a * Math.exp(-rate * times[j]);
        }
        return covariance.quadratic(rest);
    }

    private static double start(double[] theta, double[] times, PositiveSystem covariance, double rate) {
        double[] shape = Arrays.stream(times).map(e -> Math.exp(-rate * e)).toArray();
        double[] solved = covariance.solve(shape);
        double product = 0;
        double square = 0;
        for (int j = 0; j < shape.length; j++) {
            product += solved[j] * theta[j];
            square += solved[j] * shape[j];
        }
        return product / square;
    }

    /** A: the effect in the period of treatment. */
    public double start() {
        return start;
    }

    /** r, per period. */
    public double rate() {
        return rate;
    }

    /** Probability of effects that differ as much over time, if it were constant. */
    public double pOfConstant() {
        return pOfConstant;
    }

    /** Whether the effect wears off, as far as can be told. */
    public boolean isEstimable() {
        return rates.low() > 0 && pOfConstant < SIGNIFICANCE;
    }

    /** In periods; not a number when it does not wear off, as far as can be told. */
    public double halfLife() {
        return isEstimable() ? Math.log(2) / rate : Double.NaN;
    }

    public Interval halfLives() {
        return isEstimable()
                ? new Interval(Math.log(2) / rates.high(), Math.log(2) / rates.low())
                : new Interval(Double.NaN, Double.NaN);
    }

    /**
     * After how many periods little of the effect is left, and it is time to train again.
     *
     * @param share of the effect that is left then, as 0.5
     */
    public double refresherAfter(double share) {
        return -Math.log(share) / Math.log(2) * halfLife();
    }
}
