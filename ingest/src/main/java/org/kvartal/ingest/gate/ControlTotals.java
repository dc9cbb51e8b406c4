package org.kvartal.ingest.gate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.expressions.Expressions;
import org.kvartal.ingest.lake.LakeWriter;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.source.InputTable;
import org.kvartal.ingest.source.Source;

/**
 * Totals that a source tells of itself, held against the clean table. A source is asked while it is read: later it may
 * have moved on. Numbers are compared with all their digits.
 */
public final class ControlTotals {
    private final Night night;
    private final LocalDate asOf;
    private final GateSettings settings;

    public ControlTotals(Night night, GateSettings settings) {
        this.night = night;
        this.asOf = night.asOf().date();
        this.settings = settings;
    }

    /** Asks a source for its totals. */
    public void read(String source, Source opened) {
        List<Reconciliation> totals = settings.reconciliations(source);
        if (totals.isEmpty()) {
            return;
        }
        try (LakeWriter writer =
                night.lake().replacing(GateTables.CONTROL_TOTALS, Map.of("night", asOf, "source", source))) {
            for (Reconciliation total : totals) {
                BigDecimal told = total.file().isPresent() ? ofFile(total) : opened.total(total.name(), total.query());
                writer.write(new Object[] {asOf, source, total.name(), told.toPlainString()});
            }
            writer.commit();
        }
    }

    private static BigDecimal ofFile(Reconciliation total) {
        List<BigDecimal> values = new ArrayList<>();
        InputTable.of(total.file().orElseThrow(), Map.of(), List.of(total.column()), List.of())
                .read(row -> row.number(total.column()).ifPresent(values::add));
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<GateVerdict> judge() {
        List<Reconciliation> totals = settings.reconciliations().stream()
                .filter(total -> total.then() != Action.IGNORE)
                .toList();
        if (totals.isEmpty()) {
            return List.of();
        }
        Map<String, BigDecimal> told = told();
        try (Totals sums = new Totals(night)) {
            return totals.stream()
                    .map(total -> verdict(
                            total,
                            Optional.ofNullable(told.get(total.source() + " " + total.name())),
                            found(total, sums)))
                    .toList();
        }
    }

    private Map<String, BigDecimal> told() {
        Map<String, BigDecimal> told = new HashMap<>();
        night.lake()
                .rows(GateTables.CONTROL_TOTALS, Expressions.equal("night", asOf.toString()))
                .forEach(row -> told.put(row.getField("source") + " " + row.getField("name"), new BigDecimal((String)
                        row.getField("total"))));
        return told;
    }

    private static BigDecimal found(Reconciliation total, Totals sums) {
        return sums.total("crm." + total.table(), total.measure(), rows(total));
    }

    private static String rows(Reconciliation total) {
        return "_source = '" + total.source() + "'" + (total.where().isEmpty() ? "" : " and (" + total.where() + ")");
    }

    private GateVerdict verdict(Reconciliation total, Optional<BigDecimal> told, BigDecimal found) {
        if (told.isEmpty()) {
            return verdict(total, Verdict.NO_COMPARISON, found, found, "");
        }
        BigDecimal expected = told.get();
        BigDecimal difference = found.subtract(expected).abs();
        if (difference.compareTo(total.tolerance()) <= 0) {
            return verdict(total, Verdict.PASS, expected, found, "");
        }
        String reason = "%s of %s is %s, source %s tells %s (%s): %s apart, at most %s may be"
                .formatted(
                        total.measure(),
                        total.table(),
                        found.toPlainString(),
                        total.source(),
                        expected.toPlainString(),
                        total.name(),
                        difference.toPlainString(),
                        total.tolerance().toPlainString());
        Verdict failed = settings.failed(Gate.RECONCILIATION, total.table(), asOf, total.then());
        return verdict(total, failed, expected, found, reason);
    }

    private static GateVerdict verdict(
            Reconciliation total, Verdict verdict, BigDecimal expected, BigDecimal found, String reason) {
        return new GateVerdict(
                Gate.RECONCILIATION,
                total.table(),
                total.source(),
                total.name(),
                verdict,
                null,
                verdict == Verdict.NO_COMPARISON ? null : (Double) expected.doubleValue(),
                found.doubleValue(),
                verdict == Verdict.NO_COMPARISON
                        ? null
                        : (Double) found.subtract(expected).abs().doubleValue(),
                total.tolerance().doubleValue(),
                reason,
                "select * from crm." + total.table() + " where " + rows(total));
    }
}
