package org.kvartal.ingest.gate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.sql.LocalSql;

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
        try (LocalSql sql = LocalSql.open(night.asOf().zone(), night.scratch())) {
            new TreeSet<>(totals.stream().map(MartTotal::mart).toList())
                    .forEach(mart -> sql.expose(night.lake(), mart));
            new TreeSet<>(totals.stream().map(MartTotal::table).toList())
                    .forEach(table -> sql.expose(night.lake(), table));
            return totals.stream()
                    .map(total -> verdict(
                            total,
                            value(sql, total.mart(), total.expected(), total.table()),
                            value(sql, total.mart(), total.measure(), total.mart()),
                            rule.get()))
                    .toList();
        }
    }

    private BigDecimal value(LocalSql sql, String mart, String measure, String table) {
        String bound =
                measure.replace(":as_of_end", "timestamptz '" + night.asOf().end() + "'");
        return sql.value("verify " + mart, "select " + bound + " from " + table)
                .map(BigDecimal::new)
                .orElse(BigDecimal.ZERO);
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
