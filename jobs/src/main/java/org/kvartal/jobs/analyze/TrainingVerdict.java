package org.kvartal.jobs.analyze;

import java.util.Locale;
import org.kvartal.forecast.effect.Aggregation;
import org.kvartal.forecast.effect.Effect;
import org.kvartal.forecast.effect.Estimator;

/**
 * What an effect on the logarithm of a time means in plain words.
 * <pre>
 *   found with 80 % at 5 %     2.8 half / 1.96                        half: half width of the interval
 *   requests needed            N (2.8 half / 1.96 / delta)^2          N: requests used, delta: log of the relevant change
 *   without an interval        16 variance (2.8 / delta)^2            four equal cells: before and after, trained and not
 * </pre>
 * 2.8 is the sum of the quantiles 0.975 and 0.8 of the normal distribution. Only the average of the headline estimator over
 * all treated observations is judged: of dozens of parts and of four estimators some are beyond chance by chance.
 *
 * @param subject what changes, as "handling time"
 * @param agents of the panel
 * @param requests N
 * @param variance of the outcomes of single requests
 * @param relevantPercent smallest change worth knowing of
 */
record TrainingVerdict(String subject, int agents, long requests, double variance, double relevantPercent) {
    /** With fewer agents what single persons do looks like an effect. */
    static final int FEWEST_AGENTS = 20;

    private static final double QUANTILES = 2.801585;
    private static final double NORMAL = 1.959964;
    private static final double CELLS = 16;
    private static final double PERCENT = 100;

    String of(Estimator estimator, Effect effect) {
        if (estimator == Estimator.TWFE_DIAGNOSTIC) {
            return "a diagnostic, not the effect";
        }
        double low = effect.interval().low();
        double high = effect.interval().high();
        if (Double.isNaN(low) || Double.isNaN(high) || agents < FEWEST_AGENTS) {
            return notMeasurable();
        }
        String range = range(effect.estimate(), low, high);
        boolean isHeadline =
                estimator == Estimator.CALLAWAY_SANTANNA && effect.key().aggregation() == Aggregation.SIMPLE;
        if (!isHeadline) {
            return range;
        }
        if (low <= 0 && high >= 0) {
            return "no evidence: %s changed by %s; %s".formatted(subject, range, power(low, high));
        }
        return "%s %s: %s".formatted(subject, effect.estimate() < 0 ? "fell" : "rose", range);
    }

    private String notMeasurable() {
        return String.format(
                Locale.ROOT,
                "not measurable: %d agents; at least %d, 5 of them trained and 5 not, and about %,d requests are needed to see a"
                        + " change of %s %%",
                agents,
                FEWEST_AGENTS,
                Math.round(Math.ceil(CELLS * variance * square(QUANTILES / delta()))),
                Numerals.brief(relevantPercent));
    }

    private String power(double low, double high) {
        double found = QUANTILES * (high - low) / 2 / NORMAL;
        String relevant = Numerals.brief(relevantPercent);
        return found <= delta()
                ? "a change of %s %% would probably have been seen".formatted(relevant)
                : String.format(
                        Locale.ROOT,
                        "to see a change of %s %% about %,d requests are needed",
                        relevant,
                        Math.round(Math.ceil(requests * square(found / delta()))));
    }

    private static String range(double estimate, double low, double high) {
        return String.format(
                Locale.ROOT, "%+.1f %% (%+.1f to %+.1f %%)", percent(estimate), percent(low), percent(high));
    }

    private double delta() {
        return -Math.log(1 - relevantPercent / PERCENT);
    }

    private static double square(double value) {
        return value * value;
    }

    private static double percent(double logarithm) {
        return PERCENT * Math.expm1(logarithm);
    }
}
