package org.kvartal.jobs.analyze;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvartal.forecast.effect.Adjustment;
import org.kvartal.forecast.effect.Aggregate;
import org.kvartal.forecast.effect.Control;
import org.kvartal.forecast.effect.EffectAnalysis;
import org.kvartal.forecast.effect.EffectResult;
import org.kvartal.forecast.effect.Estimator;
import org.kvartal.forecast.effect.GroupTimeEffects;
import org.kvartal.forecast.training.TrainingOutcome;

/** What a training did to one outcome. */
final class TrainingAnswer {
    private final TrainingOutcome outcome;
    private final TrainingPanel panel;
    private final DatedPanel dated;
    private final Map<Estimator, EffectResult> results;
    private final double p;

    private TrainingAnswer(
            TrainingOutcome outcome,
            TrainingPanel panel,
            DatedPanel dated,
            Map<Estimator, EffectResult> results,
            double p) {
        this.outcome = outcome;
        this.panel = panel;
        this.dated = dated;
        this.results = results;
        this.p = p;
    }

    static TrainingAnswer of(
            TrainingOutcome outcome, TrainingPanel panel, DatedPanel dated, Control control, long seed) {
        EffectAnalysis analysis = new EffectAnalysis(control, Adjustment.DOUBLY_ROBUST, 0, seed);
        GroupTimeEffects effects = analysis.groupTimeEffects(dated.panel());
        Optional<Aggregate> simple = effects.simple();
        double p = simple.isEmpty() ? 1 : simple.get().sampling().p(simple.get().effect(), 0);
        return new TrainingAnswer(
                outcome, panel, dated, analysis.estimate(dated.panel(), effects), Double.isNaN(p) ? 1 : p);
    }

    TrainingOutcome outcome() {
        return outcome;
    }

    DatedPanel dated() {
        return dated;
    }

    Map<Estimator, EffectResult> results() {
        return results;
    }

    /** Probability of the headline by chance; 1 where there is none. */
    double p() {
        return p;
    }

    List<String> remarks() {
        return panel.remarks();
    }

    TrainingVerdict verdict(double relevantPercent, double adjustedP) {
        return new TrainingVerdict(
                outcome, dated.panel().units(), panel.requests(), panel.variance(), relevantPercent, adjustedP);
    }
}
