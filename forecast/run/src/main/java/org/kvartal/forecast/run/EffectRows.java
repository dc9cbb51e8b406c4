package org.kvartal.forecast.run;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.forecast.effect.Aggregation;
import org.kvartal.forecast.effect.Effect;
import org.kvartal.forecast.effect.EffectKey;
import org.kvartal.forecast.effect.EffectResult;
import org.kvartal.forecast.effect.Estimator;
import org.kvartal.forecast.effect.EventStudy;
import org.kvartal.forecast.effect.PanelAccount;
import org.kvartal.forecast.tables.TrainingTables;
import org.kvartal.forecast.training.Periods;
import org.kvartal.forecast.training.Programme;
import org.kvartal.forecast.training.TrainingMeasurement;
import org.kvartal.forecast.training.TrainingOutcome;
import org.kvartal.ingest.lake.LakeRow;

/** Effects of a course on an outcome by estimator, month of training and months since. */
final class EffectRows {
    private final Programme programme;
    private final TrainingOutcome outcome;
    private final TrainingMeasurement measured;
    private final int minimumGroup;
    private final EventStudy events;

    /** @param minimumGroup fewest persons of an event that is drawn */
    EffectRows(Programme programme, TrainingOutcome outcome, TrainingMeasurement measured, int minimumGroup) {
        this.programme = programme;
        this.outcome = outcome;
        this.measured = measured;
        this.minimumGroup = minimumGroup;
        this.events = measured.events();
    }

    List<Object[]> rows() {
        List<Object[]> rows = new ArrayList<>();
        measured.results().forEach((estimator, result) -> {
            if (result instanceof EffectResult.Estimated estimated) {
                estimated.effects().stream()
                        .filter(effect -> isKept(estimator, effect.key()))
                        .forEach(effect -> rows.add(row(estimator, effect)));
            } else if (result instanceof EffectResult.NotEstimated none) {
                rows.add(begun(estimator, "simple").with("note", none.reason()).values());
            }
        });
        PanelAccount.of(measured.outcome().panel()).forEach(account -> rows.add(units(account)));
        return rows;
    }

    private Periods periods() {
        return measured.outcome().periods();
    }

    /** Averages over months of the calendar answer no question asked here; of the diagnostic one row is enough. */
    private static boolean isKept(Estimator estimator, EffectKey key) {
        return switch (key.aggregation()) {
            case SIMPLE -> true;
            case GROUP, EVENT -> estimator != Estimator.TWFE_DIAGNOSTIC && !key.isOverall();
            default -> false;
        };
    }

    private LakeRow begun(Estimator estimator, String aggregation) {
        return new LakeRow(TrainingTables.TRAINING_EFFECTS)
                .with("programme", programme.name())
                .with("outcome", outcome.label())
                .with("estimator", estimator.label())
                .with("aggregation", aggregation);
    }

    private Object[] row(Estimator estimator, Effect effect) {
        EffectKey key = effect.key();
        Long group = key.group();
        Long event = key.eventTime();
        LakeRow row = begun(estimator, key.aggregation().label())
                .with("group_month", group == null ? null : periods().first(group))
                .with("event_month", event == null ? null : event * periods().months())
                .with("estimate", effect.estimate())
                .with("standard_error", effect.standardError())
                .with("low", effect.interval().low())
                .with("high", effect.interval().high())
                .with("observation_count", effect.observations())
                .with("note", effect.note());
        if (estimator == Estimator.CALLAWAY_SANTANNA && key.aggregation() == Aggregation.EVENT) {
            addBand(row, key);
        }
        return row.values();
    }

    private void addBand(LakeRow row, EffectKey key) {
        for (EventStudy.Point point : events.points()) {
            if (key.equals(point.effect().key())) {
                row.with("band_low", point.band().low())
                        .with("band_high", point.band().high())
                        .with("person_count", (long) point.clusters())
                        .with("is_small", point.clusters() < minimumGroup);
            }
        }
    }

    /** Who was seen of a group, so that nobody is dropped silently. */
    private Object[] units(PanelAccount account) {
        List<String> notes = new ArrayList<>();
        notes.add(account.isNever() ? "never trained" : account.units() == 1 ? "a group of one person" : "");
        notes.add(account.isAlways() ? "left out: nothing is known from before the training" : "");
        notes.add(account.partial() > 0 ? account.partial() + " not seen in all periods" : "");
        notes.add(account.left() > 0 ? account.left() + " not seen in the last period" : "");
        notes.removeIf(String::isEmpty);
        return begun(Estimator.CALLAWAY_SANTANNA, "units")
                .with("group_month", account.isNever() ? null : periods().first(account.cohort()))
                .with("observation_count", (long) account.units())
                .with("note", String.join("; ", notes))
                .values();
    }
}
