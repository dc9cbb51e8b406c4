package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.kvartal.forecast.effect.Effect;
import org.kvartal.forecast.effect.Panel;
import org.kvartal.forecast.effect.PanelAccount;
import org.kvartal.forecast.tables.TrainingTables;
import org.kvartal.forecast.training.Programme;
import org.kvartal.forecast.training.Refresher;
import org.kvartal.forecast.training.TrainingMeasurement;
import org.kvartal.forecast.training.TrainingOutcome;
import org.kvartal.forecast.training.TrainingVerdicts;
import org.kvartal.ingest.lake.LakeRow;

/** What a course did to an outcome, in one row. */
final class VerdictRow {
    private final Programme programme;
    private final TrainingOutcome outcome;
    private final TrainingVerdicts verdicts;
    private final TrainingMeasurement measured;
    private final Panel panel;
    private final TrainingSettings settings;
    private final int periodMonths;

    VerdictRow(Programme programme, TrainingOutcome outcome, TrainingVerdicts verdicts, TrainingSettings settings) {
        this.programme = programme;
        this.outcome = outcome;
        this.verdicts = verdicts;
        this.measured = verdicts.measurements().get(outcome);
        this.panel = measured.outcome().panel();
        this.settings = settings;
        this.periodMonths = measured.outcome().periods().months();
    }

    boolean isMeasurable() {
        return measured.isMeasurable();
    }

    TrainingOutcome outcome() {
        return outcome;
    }

    long trained() {
        return trainedPersons().size();
    }

    private List<String> trainedPersons() {
        return IntStream.range(0, panel.units())
                .filter(unit -> panel.cohort(unit) != Panel.NEVER && panel.cohort(unit) > panel.time(0))
                .mapToObj(panel::name)
                .toList();
    }

    LakeRow filled(Map<String, String> teams, LocalDate asOf) {
        double relevant = outcome.relevantChange(settings.relevantPercent());
        LakeRow row = new LakeRow(TrainingTables.TRAINING_VERDICTS)
                .with("programme", programme.name())
                .with("outcome", outcome.label())
                .with("verdict", verdicts.of(outcome).label())
                .with("scale", outcome.scale().label())
                .with("adjusted_p_value", verdicts.adjustedP(outcome))
                .with(
                        "control",
                        measured.control().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .with("trained_count", trained())
                .with("untrained_count", (long) panel.size(Panel.NEVER))
                .with("period_months", (long) periodMonths)
                .with("case_count", measured.outcome().cases())
                .with("detectable_change", measured.detectable())
                .with("relevant_change", relevant)
                .with("cases_needed", measured.needed(relevant))
                .with("note", note(teams));
        measured.headline().ifPresent(effect -> addEffect(row, effect));
        measured.preTrend()
                .ifPresent(test -> row.with("pre_trend_p_value", test.p())
                        .with("detectable_slope", test.detectableSlope() / periodMonths));
        measured.placebo()
                .ifPresent(effect -> row.with("placebo", effect.estimate())
                        .with("placebo_low", effect.interval().low())
                        .with("placebo_high", effect.interval().high()));
        addDecay(row, asOf);
        return row;
    }

    private void addEffect(LakeRow row, Effect effect) {
        double low = effect.interval().low();
        double high = effect.interval().high();
        row.with("estimate", effect.estimate())
                .with("low", low)
                .with("high", high)
                .with("change", outcome.told(effect.estimate()))
                .with("change_low", outcome.told(low))
                .with("change_high", outcome.told(high));
        if (outcome == TrainingOutcome.HANDLING_TIME && isMeasurable()) {
            double hours = measured.outcome().hoursAfter();
            addSaving(row, "hours_saved", "saved_amount", hours * Math.expm1(-effect.estimate()));
            addSaving(row, "hours_saved_low", "saved_low", hours * Math.expm1(-high));
            addSaving(row, "hours_saved_high", "saved_high", hours * Math.expm1(-low));
        }
    }

    /** What the requests after training would have taken without it, less what they took. */
    private void addSaving(LakeRow row, String hoursColumn, String amountColumn, double hours) {
        row.with(hoursColumn, hours);
        settings.costPerHour()
                .ifPresent(cost -> row.with(
                        amountColumn, cost.multiply(BigDecimal.valueOf(hours)).setScale(2, RoundingMode.HALF_UP)));
    }

    private void addDecay(LakeRow row, LocalDate asOf) {
        measured.decay().ifPresent(decay -> {
            List<LocalDate> days =
                    trainedPersons().stream().map(programme.first()::get).toList();
            Refresher refresher = Refresher.of(decay.refresherAfter(settings.refresherAt()) * periodMonths, days, asOf);
            row.with("half_life_months", decay.halfLife() * periodMonths)
                    .with("half_life_low", decay.halfLives().low() * periodMonths)
                    .with("half_life_high", decay.halfLives().high() * periodMonths)
                    .with("refresher_on", refresher.on())
                    .with("due_count", (long) refresher.due());
        });
    }

    private String note(Map<String, String> teams) {
        List<String> notes = new ArrayList<>(measured.remarks());
        int waves = measured.outcome().inSeveralWaves(teams);
        if (waves > 0) {
            notes.add(waves + " teams were trained in several waves");
        }
        List<PanelAccount> accounts = PanelAccount.of(panel);
        int left = accounts.stream().mapToInt(PanelAccount::left).sum();
        if (left > 0) {
            notes.add("%d of %d persons are not seen in the last period".formatted(left, panel.units()));
        }
        long alone = accounts.stream()
                .filter(account -> !account.isNever() && account.units() == 1)
                .count();
        if (alone > 0) {
            notes.add(alone + " periods of training have one person");
        }
        int always = accounts.stream()
                .filter(PanelAccount::isAlways)
                .mapToInt(PanelAccount::units)
                .sum();
        if (always > 0) {
            notes.add(always + " persons were trained before anything is known of them, and are left out");
        }
        return String.join("; ", notes);
    }
}
