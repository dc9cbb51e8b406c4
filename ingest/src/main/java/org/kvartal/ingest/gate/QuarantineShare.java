package org.kvartal.ingest.gate;

import java.time.LocalDate;
import java.util.List;
import org.apache.iceberg.data.Record;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.quality.QualityTables;

/** How many of the rows that were read of a table were rejected. */
final class QuarantineShare {
    private final Lake lake;
    private final LocalDate asOf;
    private final GateSettings settings;

    QuarantineShare(Night night, GateSettings settings) {
        this.lake = night.lake();
        this.asOf = night.asOf().date();
        this.settings = settings;
    }

    List<GateVerdict> judge() {
        return lake.rows(QualityTables.ROW_BALANCE).stream()
                .filter(balance -> (Long) balance.getField("read_count") > 0)
                .flatMap(balance -> settings.rule(Gate.QUARANTINE, (String) balance.getField("table")).stream()
                        .map(rule -> verdict(balance, rule)))
                .toList();
    }

    private GateVerdict verdict(Record balance, GateRule rule) {
        String table = (String) balance.getField("table");
        String source = (String) balance.getField("source");
        long read = (Long) balance.getField("read_count");
        long rejected = (Long) balance.getField("quarantined_count");
        double share = (double) rejected / read;
        boolean passes = share <= rule.limit() || rejected <= rule.fewRows();
        String reason = "%d of the %d rows of %s read from %s were rejected: %s, at most %s may be"
                .formatted(rejected, read, table, source, Words.percent(share), Words.percent(rule.limit()));
        return new GateVerdict(
                Gate.QUARANTINE,
                table,
                source,
                "",
                passes ? Verdict.PASS : settings.failed(Gate.QUARANTINE, table, asOf, rule.then()),
                null,
                (double) read,
                (double) rejected,
                share,
                rule.limit(),
                passes ? "" : reason,
                "select * from quarantine." + table + " where source = '" + source + "'");
    }
}
