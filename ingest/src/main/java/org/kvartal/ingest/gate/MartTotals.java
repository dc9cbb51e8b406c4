package org.kvartal.ingest.gate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kvartal.ingest.lake.Night;

/** Totals of marts held against those of the clean tables beneath them, to the cent. */
final class MartTotals {
    private final Night night;
    private final LocalDate asOf;
    private final GateSettings settings;

    MartTotals(Night night, GateSettings settings) {
        this.night = night;
        this.asOf = night.asOf().date();
        this.settings = settings;
    }

    List<GateVerdict> judge(List<MartTotal> totals) {
        Optional<GateRule> rule = settings.rule(Gate.MART_TOTALS, "");
        if (rule.isEmpty()) {
            return List.of();
        }
        try (Totals sums = new Totals(night)) {
            return totals.stream()
                    .map(total -> verdict(
                            total,
                            sums.total(total.table(), total.expected(), ""),
                            sums.total(total.mart(), total.measure(), ""),
                            rule.get()))
                    .toList();
        }
    }

    private GateVerdict verdict(MartTotal total, BigDecimal expected, BigDecimal found, GateRule rule) {
        BigDecimal difference = found.subtract(expected).abs();
        boolean passes = difference.signum() == 0;
        String reason = "%s of %s is %s, of %s %s: %s apart"
                .formatted(
                        total.measure(),
                        total.mart(),
                        found.toPlainString(),
                        total.table(),
                        expected.toPlainString(),
                        difference.toPlainString());
        return new GateVerdict(
                Gate.MART_TOTALS,
                total.mart(),
                "",
                total.measure(),
                passes ? Verdict.PASS : settings.failed(Gate.MART_TOTALS, total.mart(), asOf, rule.then()),
                null,
                expected.doubleValue(),
                found.doubleValue(),
                difference.doubleValue(),
                0.0,
                passes ? "" : reason,
                "select * from " + total.mart());
    }
}
