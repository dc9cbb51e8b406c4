package org.kvartal.forecast.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The share that still goes on, by how long it has gone on. What has not ended counts for as long as it was seen: leaving
 * it out, or taking it for ended, makes everything look faster.
 * <pre>
 *   S(t)     = product over ends t_i <= t of (1 - d_i / n_i)
 *   se(S(t)) = S(t) * sqrt(sum over t_i <= t of d_i / (n_i (n_i - d_i)))          Greenwood
 *   quantile = least t with S(t) <= 1 - p; the middle of the step where S is exactly 1 - p
 *   its ends = the same of the lower and of the upper band of S
 *   mean(u)  = integral of S from 0 to u
 *   se       = sqrt(sum over t_i <= u of (integral of S from t_i to u)^2 * d_i / (n_i (n_i - d_i)))
 * </pre>
 * n_i are at risk at t_i: with delayed entry only those already watched. Times are in the unit of the observations. With
 * delayed entry the first risk sets may be so small that S falls to 0 at once; the caller chooses an origin at which
 * enough are watched. Source: Kaplan and Meier (1958), Nonparametric estimation from incomplete observations, JASA 53;
 * Klein and Moeschberger, Survival Analysis, 2nd ed., sections 4.2 to 4.6.
 */
public final class KaplanMeier {
    private static final double ROUNDING = 1e-9;

    private final long subjects;
    private final List<Step> steps;

    private record Step(RiskTable.Moment moment, double survival, double greenwood) {
        double standardError() {
            return survival * Math.sqrt(greenwood);
        }
    }

    private KaplanMeier(long subjects, List<Step> steps) {
        this.subjects = subjects;
        this.steps = List.copyOf(steps);
    }

    public static KaplanMeier of(List<Observation> observations) {
        return new KaplanMeier(
                observations.stream().mapToLong(Observation::count).sum(),
                steps(RiskTable.of(observations).moments()));
    }

    private static List<Step> steps(List<RiskTable.Moment> moments) {
        List<Step> steps = new ArrayList<>();
        double survival = 1;
        double greenwood = 0;
        for (RiskTable.Moment moment : moments) {
            survival *= 1 - (double) moment.ended() / moment.atRisk();
            greenwood += moment.greenwood();
            steps.add(new Step(moment, survival, greenwood));
        }
        return steps;
    }

    /**
     * The curve of those that still go on after some time: S(t) / S(from), as if watching had begun then. Its subjects are
     * those at risk at the first end after it.
     */
    public KaplanMeier beyond(double from) {
        List<RiskTable.Moment> later = steps.subList(lastUntil(from) + 1, steps.size()).stream()
                .map(Step::moment)
                .toList();
        return new KaplanMeier(later.isEmpty() ? 0 : later.get(0).atRisk(), steps(later));
    }

    /** Subjects watched. */
    public long subjects() {
        return subjects;
    }

    /** Subjects that ended. */
    public long ended() {
        return steps.stream().mapToLong(step -> step.moment().ended()).sum();
    }

    /** S(t). */
    public double survival(double time) {
        int at = lastUntil(time);
        return at < 0 ? 1 : steps.get(at).survival();
    }

    public double standardError(double time) {
        int at = lastUntil(time);
        return at < 0 ? 0 : steps.get(at).standardError();
    }

    /**
     * Interval of S(t).
     *
     * @param level its confidence, as 0.95
     */
    public IntervalScale.Band interval(double time, double level, IntervalScale scale) {
        return scale.around(survival(time), standardError(time), z(level));
    }

    /**
     * By when a share has ended.
     *
     * @param share p, 0.5 for the median
     * @param level confidence of the interval
     */
    public QuantileTime quantile(double share, double level, IntervalScale scale) {
        double z = z(level);
        return new QuantileTime(
                firstAtOrBelow(1 - share, Step::survival),
                firstAtOrBelow(1 - share, step -> band(step, z, scale).low()),
                firstAtOrBelow(1 - share, step -> upper(step, z, scale)));
    }

    /** The mean time, if nothing is counted beyond a limit. */
    public double restrictedMean(double limit) {
        double area = 0;
        double from = 0;
        double survival = 1;
        for (Step step : steps) {
            double until = Math.min(limit, step.moment().time());
            area += survival * (until - from);
            from = until;
            survival = step.survival();
        }
        return area + survival * Math.max(0, limit - from);
    }

    public double restrictedMeanStandardError(double limit) {
        double mean = restrictedMean(limit);
        return Math.sqrt(steps.stream()
                .filter(step -> step.moment().time() <= limit)
                .mapToDouble(
                        step -> Math.pow(mean - restrictedMean(step.moment().time()), 2)
                                * step.moment().greenwood())
                .sum());
    }

    private static IntervalScale.Band band(Step step, double z, IntervalScale scale) {
        return scale.around(step.survival(), step.standardError(), z);
    }

    /** Where nothing remains the error is not defined, and the upper band says nothing. */
    private static double upper(Step step, double z, IntervalScale scale) {
        return step.survival() == 0 ? 1 : band(step, z, scale).high();
    }

    private double firstAtOrBelow(double limit, ToDoubleFunction<Step> curve) {
        for (int i = 0; i < steps.size(); i++) {
            double value = curve.applyAsDouble(steps.get(i));
            double time = steps.get(i).moment().time();
            if (value < limit - ROUNDING) {
                return time;
            }
            if (value < limit + ROUNDING) {
                return i + 1 < steps.size() ? (time + steps.get(i + 1).moment().time()) / 2 : time;
            }
        }
        return QuantileTime.NOT_REACHED;
    }

    private int lastUntil(double time) {
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (steps.get(middle).moment().time() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    private static double z(double level) {
        return new NormalDistribution().inverseCumulativeProbability(0.5 + level / 2);
    }
}
