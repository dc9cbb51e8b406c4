package org.kvartal.jobs.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kvartal.forecast.effect.Effect;
import org.kvartal.forecast.effect.EffectResult;
import org.kvartal.forecast.effect.Estimator;

/** Rows of what a training did to one outcome. */
final class TrainingRows {
    static final OutputColumns COLUMNS = EffectTables.COLUMNS.text("verdict", "outcome");

    private final EffectTables tables;
    private final TrainingVerdict verdict;

    TrainingRows(EffectTables tables, TrainingVerdict verdict) {
        this.tables = tables;
        this.verdict = verdict;
    }

    /** @param remarks that go into the first row */
    List<List<String>> rows(Map<Estimator, EffectResult> results, String remarks) {
        List<List<String>> rows = new ArrayList<>();
        results.forEach((estimator, result) -> {
            if (result instanceof EffectResult.Estimated estimated) {
                for (Effect effect : estimated.effects()) {
                    Effect noted = rows.isEmpty() ? effect.noting(remarks) : effect;
                    rows.add(with(tables.row(estimator, noted), verdict.of(estimator, effect)));
                }
            } else if (result instanceof EffectResult.NotEstimated none) {
                EffectResult.NotEstimated noted = rows.isEmpty() ? EffectTables.noting(none, remarks) : none;
                rows.add(with(EffectTables.row(estimator, noted), "not measurable: " + none.reason()));
            }
        });
        return rows;
    }

    private List<String> with(List<String> row, String judged) {
        List<String> longer = new ArrayList<>(row);
        longer.add(judged);
        longer.add(verdict.outcome().label());
        return longer;
    }
}
