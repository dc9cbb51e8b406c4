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
        Shapes shapes = new Shapes(times, PositiveSystem.of(shrunk(c)));
        double rate = shapes.rate(theta);
        double[] drawn = drawn(theta, c, shapes, seed);
        Interval rates = new Interval(drawn[(int) (0.025 * DRAWS)], drawn[(int) (0.975 * DRAWS)]);
        return Optional.of(new Decay(shapes.start(rate, theta), rate, rates, p));
    }

    private static double time(Aggregate event) {
        Long time = event.key().eventTime();
        return time == null ? 0 : time;
    }

    private static double[] drawn(double[] theta, double[][] c, Shapes shapes, long seed) {
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
            rates[draw] = shapes.rate(other);
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

    /**
     * Shapes exp(-r e) of a grid of rates, made ready for any effects: the best is that with the largest
     * (x' V^-1 theta)^2 / (x' V^-1 x), which is what it takes off the misfit.
     */
    private static final class Shapes {
        private static final double STEP = 0.005;

        private final double[][] directions = new double[(int) Math.round((FASTEST - SLOWEST) / STEP) + 1][];
        private final double[] lengths = new double[directions.length];

        Shapes(double[] times, PositiveSystem covariance) {
            for (int g = 0; g < directions.length; g++) {
                double rate = SLOWEST + g * STEP;
                double[] x = Arrays.stream(times).map(e -> Math.exp(-rate * e)).toArray();
                double[] solved = covariance.solve(x);
                double length = Math.sqrt(dot(x, solved));
                lengths[g] = length;
                directions[g] = Arrays.stream(solved).map(one -> one / length).toArray();
            }
        }

        /** The best rate, between points of the grid by a parabola through three of them. */
        double rate(double[] theta) {
            int best = 0;
            double most = -1;
            for (int g = 0; g < directions.length; g++) {
                double gain = gain(g, theta);
                if (gain > most) {
                    most = gain;
                    best = g;
                }
            }
            return SLOWEST + (best + shift(best, theta, most)) * STEP;
        }

        private double shift(int best, double[] theta, double most) {
            if (best == 0 || best == directions.length - 1) {
                return 0;
            }
            double before = gain(best - 1, theta);
            double after = gain(best + 1, theta);
            double bend = before - 2 * most + after;
            return bend < 0 ? (before - after) / (2 * bend) : 0;
        }

        private double gain(int g, double[] theta) {
            double product = dot(directions[g], theta);
            return product * product;
        }

        /** A at a rate. */
        double start(double rate, double[] theta) {
            int g = (int) Math.round((rate - SLOWEST) / STEP);
            return dot(directions[g], theta) / lengths[g];
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int j = 0; j < a.length; j++) {
                sum += a[j] * b[j];
            }
            return sum;
        }
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
