package org.kvartal.jobs.analyze;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.effect.Effect;
import org.kvartal.forecast.effect.EffectCheck;
import org.kvartal.forecast.effect.EffectKey;
import org.kvartal.forecast.effect.EffectResult;
import org.kvartal.forecast.effect.Estimator;
import org.kvartal.forecast.effect.PanelAccount;

/** Writes effects of a treatment. */
final class EffectTables {
    static final OutputColumns COLUMNS = OutputColumns.NONE
            .text("estimator", "aggregation")
            .times("group", "time")
            .counts("event_time")
            .numbers("estimate", "se", "lo95", "hi95")
            .counts("n")
            .text("note");

    private static final OutputColumns CHECK_COLUMNS = OutputColumns.NONE
            .text("check", "of")
            .numbers("value", "lo95", "hi95", "p")
            .counts("n")
            .text("note");

    private final DatedPanel read;

    EffectTables(DatedPanel read) {
        this.read = read;
    }

    void writeEffects(Path file, Map<Estimator, EffectResult> results) {
        List<List<String>> rows = new ArrayList<>();
        String attrition = String.join("; ", remarks());
        results.forEach((estimator, result) -> {
            if (result instanceof EffectResult.Estimated estimated) {
                boolean isHeadline = estimator == Estimator.CALLAWAY_SANTANNA;
                for (int i = 0; i < estimated.effects().size(); i++) {
                    Effect effect = estimated.effects().get(i);
                    rows.add(row(estimator, isHeadline && i == 0 ? effect.noting(attrition) : effect));
                }
            } else if (result instanceof EffectResult.NotEstimated none) {
                rows.add(row(estimator, rows.isEmpty() ? noting(none, attrition) : none));
            }
        });
        OutputTable.write(file, COLUMNS, rows);
    }

    static EffectResult.NotEstimated noting(EffectResult.NotEstimated none, String remark) {
        return remark.isEmpty() ? none : new EffectResult.NotEstimated(none.reason() + "; " + remark);
    }

    void writeChecks(Path file, List<EffectCheck> checks) {
        OutputTable.write(
                file,
                CHECK_COLUMNS,
                checks.stream()
                        .map(check -> List.of(
                                check.name(),
                                check.of(),
                                Numerals.twelveDigits(check.value()),
                                Numerals.twelveDigits(check.interval().low()),
                                Numerals.twelveDigits(check.interval().high()),
                                Numerals.twelveDigits(check.p()),
                                Long.toString(check.n()),
                                check.note()))
                        .toList());
    }

    /** An effect in the {@link #COLUMNS}. */
    List<String> row(Estimator estimator, Effect effect) {
        EffectKey key = effect.key();
        return List.of(
                estimator.label(),
                key.aggregation().label(),
                period(key.group()),
                period(key.time()),
                key.eventTime() == null ? "" : key.eventTime().toString(),
                Numerals.twelveDigits(effect.estimate()),
                Numerals.twelveDigits(effect.standardError()),
                Numerals.twelveDigits(effect.interval().low()),
                Numerals.twelveDigits(effect.interval().high()),
                Long.toString(effect.observations()),
                effect.note());
    }

    /** Why an estimator has no effect, in the {@link #COLUMNS}. */
    static List<String> row(Estimator estimator, EffectResult.NotEstimated none) {
        return List.of(estimator.label(), "simple", "", "", "", "", "", "", "", "0", "not estimated: " + none.reason());
    }

    private String period(@Nullable Long number) {
        return number == null ? "" : read.scale().name(number);
    }

    /** What was not used, or not all the time: nobody is dropped silently. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (read.incomplete() > 0) {
            remarks.add("%d rows lack the outcome or a covariate".formatted(read.incomplete()));
        }
        int mixed = read.panel().mixedClusters();
        if (mixed > 0) {
            remarks.add("%d clusters have units first treated at different times".formatted(mixed));
        }
        for (PanelAccount account : PanelAccount.of(read.panel())) {
            String group = account.isNever() ? "never treated" : "first treated at " + period(account.cohort());
            if (account.isAlways()) {
                remarks.add("%d units %s have no period before treatment and are left out"
                        .formatted(account.units(), group));
            } else if (account.partial() > 0) {
                remarks.add("%d of %d units %s are not observed in all periods, %d of them not in the last"
                        .formatted(account.partial(), account.units(), group, account.left()));
            }
        }
        return remarks;
    }
}
