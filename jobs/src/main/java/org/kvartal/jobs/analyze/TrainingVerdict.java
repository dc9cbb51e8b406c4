package org.kvartal.jobs.analyze;

import java.util.Locale;
import org.kvartal.forecast.effect.Aggregation;
import org.kvartal.forecast.effect.Effect;
import org.kvartal.forecast.effect.Estimator;
import org.kvartal.forecast.effect.SampleSize;
import org.kvartal.forecast.effect.inference.Interval;
import org.kvartal.forecast.training.TrainingMeasurement;
import org.kvartal.forecast.training.TrainingOutcome;

/**
 * What an effect on an outcome means in plain words. Only the average of the headline estimator over all treated observations
 * is judged: of dozens of parts and of four estimators some are beyond chance by chance.
 *
 * @param agents of the panel
 * @param requests that the panel rests on
 * @param variance of the outcomes of single requests
 * @param relevantPercent smallest change of a time worth knowing of
 * @param adjustedP probability of the headline by chance, given that several outcomes are looked at; of the first outcome alone
 */
record TrainingVerdict(
        TrainingOutcome outcome, int agents, long requests, double variance, double relevantPercent, double adjustedP) {
    private static final double PERCENT = 100;
    private static final double SIGNIFICANCE = 0.05;

    String of(Estimator estimator, Effect effect) {
        if (estimator == Estimator.TWFE_DIAGNOSTIC) {
            return "a diagnostic, not the effect";
        }
        double low = effect.interval().low();
        double high = effect.interval().high();
        if (Double.isNaN(low) || Double.isNaN(high) || agents < TrainingMeasurement.FEWEST_PERSONS) {
            return notMeasurable();
        }
        String range = "%s (%s to %s)".formatted(change(effect.estimate()), bare(low), change(high));
        boolean isHeadline =
                estimator == Estimator.CALLAWAY_SANTANNA && effect.key().aggregation() == Aggregation.SIMPLE;
        if (!isHeadline) {
            return range;
        }
        if (low <= 0 && high >= 0) {
            return "no evidence: %s changed by %s; %s".formatted(subject(), range, power(effect.interval()));
        }
        if (adjustedP >= SIGNIFICANCE) {
            return "no evidence, given that several outcomes are looked at: %s changed by %s"
                    .formatted(subject(), range);
        }
        return "%s %s: %s".formatted(subject(), effect.estimate() < 0 ? "fell" : "rose", range);
    }

    /** What changes. */
    String subject() {
        return switch (outcome) {
            case HANDLING_TIME -> "handling time";
            case FIRST_RESPONSE -> "time to first response";
            case SLA_SHARE -> "share resolved within the target";
            case SATISFACTION -> "satisfaction";
            case RESPONSE_RATE -> "share of requests with a mark";
            case ACTIVE_DAYS -> "active days";
        };
    }

    private String notMeasurable() {
        return String.format(
                Locale.ROOT,
                "not measurable: %d agents; at least %d, 5 of them trained and 5 not, and about %,d requests are needed to see a"
                        + " change of %s",
                agents,
                TrainingMeasurement.FEWEST_PERSONS,
                SampleSize.needed(variance, delta()),
                relevant());
    }

    private String power(Interval interval) {
        return SampleSize.found(interval) <= delta()
                ? "a change of %s would probably have been seen".formatted(relevant())
                : String.format(
                        Locale.ROOT,
                        "to see a change of %s about %,d requests are needed",
                        relevant(),
                        SampleSize.needed(interval, requests, delta()));
    }

    private double delta() {
        return outcome.relevantChange(relevantPercent);
    }

    private String relevant() {
        return switch (outcome.scale()) {
            case LOGARITHM -> Numerals.brief(relevantPercent) + " %";
            case SHARE -> Numerals.brief(PERCENT * delta()) + " percentage points";
            case MARK -> Numerals.brief(delta());
        };
    }

    private String change(double effect) {
        return bare(effect)
                + switch (outcome.scale()) {
                    case LOGARITHM -> " %";
                    case SHARE -> " points";
                    case MARK -> "";
                };
    }

    private String bare(double effect) {
        return outcome.scale() == TrainingOutcome.Scale.MARK
                ? String.format(Locale.ROOT, "%+.2f", effect)
                : String.format(Locale.ROOT, "%+.1f", PERCENT * outcome.told(effect));
    }
}
