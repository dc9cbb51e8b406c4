package org.kvartal.forecast.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvartal.forecast.effect.Adjustment;
import org.kvartal.forecast.effect.Aggregate;
import org.kvartal.forecast.effect.Control;
import org.kvartal.forecast.effect.Decay;
import org.kvartal.forecast.effect.Effect;
import org.kvartal.forecast.effect.EffectAnalysis;
import org.kvartal.forecast.effect.EffectResult;
import org.kvartal.forecast.effect.Estimator;
import org.kvartal.forecast.effect.EventStudy;
import org.kvartal.forecast.effect.GroupTimeEffects;
import org.kvartal.forecast.effect.Panel;
import org.kvartal.forecast.effect.PreTrend;
import org.kvartal.forecast.effect.SampleSize;
import org.kvartal.forecast.effect.Support;

/**
 * What a course did to one outcome, by all estimators, with what one must know before believing it. Compared are the trained
 * with those who were never trained; where fewer than five were not, also with those not yet trained.
 */
public final class TrainingMeasurement {
    /** With fewer persons what single ones do looks like an effect. */
    public static final int FEWEST_PERSONS = 15;

    private final OutcomePanel outcome;
    private final Control control;
    private final GroupTimeEffects effects;
    private final Map<Estimator, EffectResult> results;
    private final Optional<Effect> headline;
    private final Optional<Effect> placebo;
    private final long seed;

    private TrainingMeasurement(OutcomePanel outcome, Control control, long seed) {
        this.outcome = outcome;
        this.control = control;
        this.seed = seed;
        EffectAnalysis analysis = analysis();
        this.effects = analysis.groupTimeEffects(outcome.panel());
        this.results = analysis.estimate(outcome.panel(), effects);
        this.headline = average(results);
        Panel before = outcome.placebo();
        this.placebo = before.units() == 0
                ? Optional.empty()
                : average(analysis.estimate(before, analysis.groupTimeEffects(before)));
    }

    /** @param seed of bands and of the interval of the half-life */
    public static TrainingMeasurement of(OutcomePanel outcome, long seed) {
        boolean hasControls = outcome.panel().size(Panel.NEVER) >= Support.LEAST;
        return new TrainingMeasurement(outcome, hasControls ? Control.NEVER : Control.NOT_YET, seed);
    }

    private EffectAnalysis analysis() {
        return new EffectAnalysis(control, Adjustment.DOUBLY_ROBUST, 0, seed);
    }

    private static Optional<Effect> average(Map<Estimator, EffectResult> results) {
        return results.get(Estimator.CALLAWAY_SANTANNA) instanceof EffectResult.Estimated estimated
                ? Optional.of(estimated.effects().get(0))
                : Optional.empty();
    }

    public OutcomePanel outcome() {
        return outcome;
    }

    public Control control() {
        return control;
    }

    public Map<Estimator, EffectResult> results() {
        return results;
    }

    /** The average over all treated observations, as Callaway and Sant'Anna estimate it. */
    public Optional<Effect> headline() {
        return headline;
    }

    /** The same of the periods before, as if the course had been earlier. Beyond chance it discredits the design. */
    public Optional<Effect> placebo() {
        return placebo.filter(TrainingMeasurement::hasError);
    }

    /** Whether anything may be claimed. */
    public boolean isMeasurable() {
        return outcome.panel().units() >= FEWEST_PERSONS
                && headline.filter(TrainingMeasurement::hasError).isPresent();
    }

    private static boolean hasError(Effect effect) {
        return !Double.isNaN(effect.interval().low());
    }

    /** Probability of a headline as far from 0 by chance; not a number where nothing is measurable. */
    public double p() {
        Optional<Aggregate> simple = effects.simple();
        return isMeasurable() && simple.isPresent()
                ? simple.get().sampling().p(simple.get().effect(), 0)
                : Double.NaN;
    }

    /** The least effect that would be found with 80 %; not a number where nothing is measurable. */
    public double detectable() {
        Optional<Aggregate> simple = effects.simple();
        return isMeasurable() && simple.isPresent() ? simple.get().sampling().minimumDetectableEffect() : Double.NaN;
    }

    /**
     * Cases that would be enough to find a change.
     *
     * @param change in the unit of the outcome
     */
    public long needed(double change) {
        return headline.filter(effect -> isMeasurable())
                .map(effect -> SampleSize.needed(effect.interval(), outcome.cases(), change))
                .orElseGet(() -> SampleSize.needed(outcome.variance(), change));
    }

    /** By time since the training, with bands; none where nothing may be claimed. */
    public EventStudy events() {
        return headline.filter(TrainingMeasurement::hasError).isPresent()
                ? EventStudy.of(effects, seed)
                : new EventStudy(List.of());
    }

    public Optional<PreTrend> preTrend() {
        return isMeasurable() ? PreTrend.ofLeads(effects) : Optional.empty();
    }

    /** How the effect wears off; empty where it is not known to. */
    public Optional<Decay> decay() {
        return isMeasurable() ? Decay.of(effects, seed).filter(Decay::isEstimable) : Optional.empty();
    }

    /** What else one must know, in words. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (control == Control.NOT_YET) {
            remarks.add("compared also with those trained later, since %d were never trained"
                    .formatted(outcome.panel().size(Panel.NEVER)));
        }
        headline.filter(effect -> !hasError(effect)).map(Effect::note).ifPresent(remarks::add);
        if (outcome.panel().units() < FEWEST_PERSONS) {
            remarks.add("%d persons, at least %d are needed"
                    .formatted(outcome.panel().units(), FEWEST_PERSONS));
        }
        if (results.get(Estimator.CALLAWAY_SANTANNA) instanceof EffectResult.NotEstimated none) {
            remarks.add(none.reason());
        }
        return remarks;
    }
}
