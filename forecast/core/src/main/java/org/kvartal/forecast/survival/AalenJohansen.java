package org.kvartal.forecast.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The share that has ended in one of several ways, by how long it went on: a deal leaves a stage by advancing, by going
 * back, by being won or lost. One minus a Kaplan-Meier curve that takes the other ends for censored is not that share; it is
 * too high, badly so where the other ends are common.
 * <pre>
 *   F_k(t) = sum over t_i <= t of S(t_i-) d_ki / n_i          S: Kaplan-Meier of all ends together
 *   F_1(t) + F_2(t) + ... + S(t) = 1
 *   var(F_k(t)) = sum over t_i <= t of  (F_k(t) - F_k(t_i))^2 d_i / (n_i (n_i - d_i))
 *                                     + S(t_i-)^2 d_ki (n_i - d_ki) / n_i^3
 *                                     - 2 (F_k(t) - F_k(t_i)) S(t_i-) d_ki / n_i^2
 * </pre>
 * d_ki ended in way k at t_i, n_i were at risk. With one way only, F is 1 - S and its variance Greenwood's. Source: Aalen
 * and Johansen (1978), An empirical transition matrix, Scandinavian Journal of Statistics 5; variance by the delta method:
 * Marubini and Valsecchi (1995), Analysing Survival Data from Clinical Trials and Observational Studies, section 10.4.
 */
public final class AalenJohansen {
    private static final double ROUNDING = 1e-9;

    private final long subjects;
    private final String end;
    private final List<Step> steps;

    /**
     * A time at which something ended.
     *
     * @param before S(t-)
     * @param sums what the variance needs of all times up to this one
     */
    private record Step(RiskTable.Moment moment, double before, double incidence, Sums sums) {
        double standardError() {
            return Math.sqrt(Math.max(0, sums.variance(incidence)));
        }
    }

    /**
     * The variance as a polynomial of F_k(t), so that the whole curve costs one pass.
     *
     * @param constant the part without F_k(t)
     * @param linear the factor of F_k(t)
     * @param square the factor of its square
     */
    private record Sums(double constant, double linear, double square) {
        static final Sums NONE = new Sums(0, 0, 0);

        Sums plus(RiskTable.Moment moment, double before, double incidence, String end) {
            double n = moment.atRisk();
            double d = moment.endedBy(end);
            double g = moment.greenwood();
            double c = before * d / (n * n);
            return new Sums(
                    constant
                            + incidence * incidence * g
                            + before * before * d * (n - d) / (n * n * n)
                            + 2 * incidence * c,
                    linear - 2 * incidence * g - 2 * c,
                    square + g);
        }

        double variance(double reached) {
            return constant + linear * reached + square * reached * reached;
        }
    }

    private AalenJohansen(long subjects, String end, List<Step> steps) {
        this.subjects = subjects;
        this.end = end;
        this.steps = List.copyOf(steps);
    }

    /** @param end the way of ending that is looked at; all others compete with it */
    public static AalenJohansen of(List<Observation> observations, String end) {
        List<Step> steps = new ArrayList<>();
        double survival = 1;
        double incidence = 0;
        Sums sums = Sums.NONE;
        for (RiskTable.Moment moment : RiskTable.of(observations).moments()) {
            incidence += survival * moment.endedBy(end) / moment.atRisk();
            sums = sums.plus(moment, survival, incidence, end);
            steps.add(new Step(moment, survival, incidence, sums));
            survival *= 1 - (double) moment.ended() / moment.atRisk();
        }
        return new AalenJohansen(
                observations.stream().mapToLong(Observation::count).sum(), end, steps);
    }

    /** Subjects watched. */
    public long subjects() {
        return subjects;
    }

    /** Subjects that ended in this way. */
    public long ended() {
        return steps.stream().mapToLong(step -> step.moment().endedBy(end)).sum();
    }

    /** F_k(t). */
    public double incidence(double time) {
        return steps.stream()
                .filter(step -> step.moment().time() <= time)
                .mapToDouble(Step::incidence)
                .reduce(0, (earlier, later) -> later);
    }

    public double standardError(double time) {
        return steps.stream()
                .filter(step -> step.moment().time() <= time)
                .mapToDouble(Step::standardError)
                .reduce(0, (earlier, later) -> later);
    }

    /**
     * Interval of F_k(t), on the log-log scale.
     *
     * @param level its confidence, as 0.95
     */
    public IntervalScale.Band interval(double time, double level) {
        return IntervalScale.LOG_LOG.around(incidence(time), standardError(time), z(level));
    }

    /**
     * By when a share of all subjects has ended in this way; most ways of ending never reach one half.
     *
     * @param level confidence of the interval, which is where the ends of the interval of F_k reach the share
     */
    public QuantileTime quantile(double share, double level) {
        double z = z(level);
        return new QuantileTime(
                firstAtOrAbove(share, Step::incidence),
                firstAtOrAbove(share, step -> band(step, z).high()),
                firstAtOrAbove(share, step -> band(step, z).low()));
    }

    private static IntervalScale.Band band(Step step, double z) {
        return IntervalScale.LOG_LOG.around(step.incidence(), step.standardError(), z);
    }

    private static double z(double level) {
        return new NormalDistribution().inverseCumulativeProbability(0.5 + level / 2);
    }

    /**
     * By when a share of those that ever end in this way has done so, as far as can be seen: how long is long for a stay
     * that is going to end like that. Infinite when none has ended so.
     */
    public double quantileOfEnded(double share) {
        double ever = steps.isEmpty() ? 0 : steps.get(steps.size() - 1).incidence();
        return ever == 0 ? QuantileTime.NOT_REACHED : firstAtOrAbove(share * ever, Step::incidence);
    }

    private double firstAtOrAbove(double limit, ToDoubleFunction<Step> curve) {
        return steps.stream()
                .filter(step -> curve.applyAsDouble(step) >= limit - ROUNDING)
                .mapToDouble(step -> step.moment().time())
                .findFirst()
                .orElse(QuantileTime.NOT_REACHED);
    }
}
