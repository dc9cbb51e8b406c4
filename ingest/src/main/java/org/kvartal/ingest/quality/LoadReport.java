package org.kvartal.ingest.quality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeWriter;
import org.kvartal.ingest.lake.TableSpec;

/** Collects what the loads of all clean tables counted, and writes the tables of {@link QualityTables}. */
public final class LoadReport {
    private final List<Record> receipts;
    private final Rules rules;
    private final List<Object[]> balances = new ArrayList<>();
    private final List<Object[]> filters = new ArrayList<>();
    private final List<Object[]> checks = new ArrayList<>();

    /** @param receipts rows of {@code raw.extractions} of the night */
    public LoadReport(List<Record> receipts, Rules rules) {
        this.receipts = List.copyOf(receipts);
        this.rules = rules;
    }

    /**
     * Adds one clean table.
     *
     * @param sources those that have a mapping for it
     * @throws IllegalStateException if the row balance does not close
     */
    public void add(TableSpec table, TableReport report, List<String> sources) {
        for (String source : sources) {
            balances.add(balance(table, source, report).row());
            report.filtered(source)
                    .forEach((rule, count) -> filters.add(new Object[] {table.name(), source, rule, count}));
        }
        if (!sources.isEmpty()) {
            addChecks(table, report);
        }
    }

    private RowBalance balance(TableSpec table, String source, TableReport report) {
        long unreadable = receiptSum(table, source, "rejected_count");
        boolean rowsOfASource = receiptsOf(table, source).findAny().isPresent();
        long derived = report.derivedRows(source);
        long read = rowsOfASource ? receiptSum(table, source, "read_count") : report.rows(source) - derived;
        return new RowBalance(
                table.name(),
                source,
                read,
                derived,
                report.rows(source, Status.LOADED),
                report.rows(source, Status.QUARANTINED) + unreadable,
                report.rows(source, Status.DEDUPLICATED),
                report.rows(source, Status.FILTERED));
    }

    private long receiptSum(TableSpec table, String source, String column) {
        return receiptsOf(table, source)
                .mapToLong(receipt -> (Long) receipt.getField(column))
                .sum();
    }

    private Stream<Record> receiptsOf(TableSpec table, String source) {
        return receipts.stream()
                .filter(receipt ->
                        table.name().equals(receipt.getField("table")) && source.equals(receipt.getField("source")));
    }

    private void addChecks(TableSpec table, TableReport report) {
        long checked = report.rows(Status.LOADED) + report.rows(Status.QUARANTINED);
        long readAtAll = checked + report.unreadRows();
        Set<String> known = new HashSet<>();
        for (Column column : table.columns()) {
            for (String rule : RowCheck.declaredRules(column)) {
                known.add(rule + " " + column.name());
                addCheck(
                        table,
                        rule,
                        column.name(),
                        Severity.QUARANTINE,
                        rule.equals(RowCheck.TYPE) ? readAtAll : checked,
                        report);
            }
        }
        report.forEachOfReaders((rule, column) -> {
            if (known.add(rule + " " + column)) {
                addCheck(table, rule, column, Severity.QUARANTINE, readAtAll, report);
            }
        });
        addCheck(table, "unique-key", table.key().get(0), Severity.QUARANTINE, checked, report);
        addCheck(table, RowCheck.NO_RATE, "", Severity.ERROR, checked, report);
        for (Rule rule : rules.of(table)) {
            addCheck(table, rule.name(), rule.column(), rule.severity(), checked, report);
        }
    }

    private void addCheck(
            TableSpec table, String rule, String column, Severity severity, long checked, TableReport report) {
        checks.add(new Object[] {
            table.name(), QualityTables.ROW_KIND, rule, column, severity.label(), checked, report.failures(rule, column)
        });
    }

    /** Writes what was collected; the checks of references are left as they are. */
    public void write(Lake lake) {
        lake.replace(QualityTables.ROW_BALANCE, balances.stream());
        lake.replace(QualityTables.FILTERS, filters.stream());
        try (LakeWriter writer = lake.replacing(QualityTables.CHECKS, Map.of("kind", QualityTables.ROW_KIND))) {
            checks.forEach(writer::write);
            writer.commit();
        }
    }
}
