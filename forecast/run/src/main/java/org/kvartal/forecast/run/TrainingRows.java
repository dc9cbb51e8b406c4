package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kvartal.forecast.training.Programme;
import org.kvartal.forecast.training.TrainingOutcome;
import org.kvartal.forecast.training.TrainingVerdicts;

/** Rows on what courses changed. */
final class TrainingRows {
    private final TrainingSettings settings;
    private final int minimumGroup;
    private final Map<String, String> teams;
    private final LocalDate asOf;
    private final List<VerdictRow> verdicts = new ArrayList<>();
    private final List<Object[]> effects = new ArrayList<>();

    /** @param minimumGroup fewest persons of an event that is drawn */
    TrainingRows(TrainingSettings settings, int minimumGroup, Map<String, String> teams, LocalDate asOf) {
        this.settings = settings;
        this.minimumGroup = minimumGroup;
        this.teams = teams;
        this.asOf = asOf;
    }

    void add(Programme programme, TrainingVerdicts all) {
        for (TrainingOutcome outcome : all.measurements().keySet()) {
            verdicts.add(new VerdictRow(programme, outcome, all, settings));
            effects.addAll(new EffectRows(programme, outcome, all.measurements().get(outcome), minimumGroup).rows());
        }
    }

    /** The headline is a measurable one, of the outcome named first, of the course with most trained persons. */
    Stream<Object[]> verdicts() {
        Comparator<VerdictRow> byWeight = Comparator.comparing((VerdictRow row) -> !row.isMeasurable())
                .thenComparing(VerdictRow::outcome)
                .thenComparing(Comparator.comparing(VerdictRow::trained).reversed());
        VerdictRow headline = verdicts.stream().min(byWeight).orElse(null);
        return verdicts.stream()
                .map(row -> row.filled(teams, asOf)
                        .with("is_headline", row == headline)
                        .values());
    }

    Stream<Object[]> effects() {
        return effects.stream();
    }
}
