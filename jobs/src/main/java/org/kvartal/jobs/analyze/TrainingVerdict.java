package org.kvartal.jobs.analyze;

import java.util.Locale;
import org.kvartal.forecast.effect.Aggregation;
import org.kvartal.forecast.effect.Effect;
import org.kvartal.forecast.effect.Estimator;
import org.kvartal.forecast.effect.SampleSize;
import org.kvartal.forecast.effect.inference.Interval;

/**
 * What an effect on the logarithm of a time means in plain words. Only the average of the headline estimator over all
 * treated observations is judged: of dozens of parts and of four estimators some are beyond chance by chance.
 *
 * @param subject what changes, as "handling time"
 * @param agents of the panel
 * @param requests that the panel rests on
 * @param variance of the outcomes of single requests
 * @param relevantPercent smallest change worth knowing of
 */
record TrainingVerdict(String subject, int agents, long requests, double variance, double relevantPercent) {
    /** With fewer agents what single persons do looks like an effect. */
    static final int FEWEST_AGENTS = 20;

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
            return "no evidence: %s changed by %s; %s".formatted(subject, range, power(effect.interval()));
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
                SampleSize.needed(variance, delta()),
                Numerals.brief(relevantPercent));
    }

    private String power(Interval interval) {
        String relevant = Numerals.brief(relevantPercent);
        return SampleSize.found(interval) <= delta()
                ? "a change of %s %% would probably have been seen".formatted(relevant)
                : String.format(
                        Locale.ROOT,
                        "to see a change of %s %% about %,d requests are needed",
                        relevant,
                        SampleSize.needed(interval, requests, delta()));
    }

    private static String range(double estimate, double low, double high) {
        return String.format(
                Locale.ROOT, "%+.1f %% (%+.1f to %+.1f %%)", percent(estimate), percent(low), percent(high));
    }

    private double delta() {
        return -Math.log(1 - relevantPercent / PERCENT);
    }

    private static double percent(double logarithm) {
        return PERCENT * Math.expm1(logarithm);
    }
}
