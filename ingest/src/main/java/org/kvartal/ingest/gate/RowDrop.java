package org.kvartal.ingest.gate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.crm.HistoryTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.quality.QualityTables;

/**
 * How many rows a table has lost since its last good night: the newest earlier one on which this gate let it through. So
 * a drop stays blocked, night after night, until the rows are back or somebody accepts that they are gone.
 * <pre>
 *   share = 1 - found / expected       expected: rows of that night, found: rows of tonight
 * </pre>
 */
final class RowDrop {
    private final Lake lake;
    private final LocalDate asOf;
    private final GateSettings settings;

    RowDrop(Night night, GateSettings settings) {
        this.lake = night.lake();
        this.asOf = night.asOf().date();
        this.settings = settings;
    }

    private record Rows(String table, String source) {}

    List<GateVerdict> judge() {
        Map<Rows, NavigableMap<LocalDate, Long>> counts = counts();
        Map<LocalDate, Set<Rows>> blocked = blocked();
        List<GateVerdict> verdicts = new ArrayList<>();
        counts.forEach((rows, nights) -> settings.rule(Gate.ROW_DROP, rows.table())
                .ifPresent(rule -> {
                    long found = nights.getOrDefault(asOf, 0L);
                    Optional<Map.Entry<LocalDate, Long>> good =
                            nights.headMap(asOf, false).descendingMap().entrySet().stream()
                                    .filter(night -> !blocked.getOrDefault(night.getKey(), Set.of())
                                            .contains(rows))
                                    .findFirst();
                    verdicts.add(verdict(rows, found, good.orElse(null), rule));
                }));
        return verdicts;
    }

    /** Rows by night; zero on nights on which the table had none of the source. */
    private Map<Rows, NavigableMap<LocalDate, Long>> counts() {
        Map<Rows, NavigableMap<LocalDate, Long>> counts = new HashMap<>();
        Set<LocalDate> nights = new HashSet<>();
        lake.scan(QualityTables.SCORES, List.of("night", "table", "scope_kind", "scope", "row_count"), row -> {
            LocalDate night = (LocalDate) row.getField("night");
            nights.add(night);
            if ("source".equals(row.getField("scope_kind")) && !night.isAfter(asOf)) {
                counts.computeIfAbsent(
                                new Rows((String) row.getField("table"), (String) row.getField("scope")),
                                first -> new TreeMap<>())
                        .put(night, (Long) row.getField("row_count"));
            }
        });
        nights.removeIf(night -> night.isAfter(asOf));
        counts.values().forEach(known -> nights.forEach(night -> known.putIfAbsent(night, 0L)));
        return counts;
    }

    private Map<LocalDate, Set<Rows>> blocked() {
        return lake
                .rows(
                        GateTables.GATES,
                        Expressions.and(
                                Expressions.equal("gate", Gate.ROW_DROP.label()),
                                Expressions.equal("verdict", Verdict.BLOCK.label())))
                .stream()
                .collect(Collectors.groupingBy(
                        row -> (LocalDate) row.getField("night"),
                        Collectors.mapping(RowDrop::rows, Collectors.toSet())));
    }

    private static Rows rows(Record row) {
        return new Rows((String) row.getField("table"), (String) row.getField("source"));
    }

    private GateVerdict verdict(Rows rows, long found, Map.@Nullable Entry<LocalDate, Long> good, GateRule rule) {
        if (good == null || good.getValue() == 0) {
            return verdict(rows, Verdict.NO_COMPARISON, good, found, null, rule, "");
        }
        long expected = good.getValue();
        double share = Math.max(0, 1 - (double) found / expected);
        if (share <= rule.limit() || expected - found <= rule.fewRows()) {
            return verdict(rows, Verdict.PASS, good, found, share, rule, "");
        }
        String reason = "%s has %d rows from %s, %d on %s: %s fewer, at most %s may be missing"
                .formatted(
                        rows.table(),
                        found,
                        rows.source(),
                        expected,
                        good.getKey(),
                        Words.percent(share),
                        Words.percent(rule.limit()));
        return verdict(
                rows,
                settings.failed(Gate.ROW_DROP, rows.table(), asOf, rule.then()),
                good,
                found,
                share,
                rule,
                reason);
    }

    private GateVerdict verdict(
            Rows rows,
            Verdict verdict,
            Map.@Nullable Entry<LocalDate, Long> good,
            long found,
            @Nullable Double share,
            GateRule rule,
            String reason) {
        return new GateVerdict(
                Gate.ROW_DROP,
                rows.table(),
                rows.source(),
                "",
                verdict,
                good == null ? null : good.getKey(),
                good == null ? null : (double) good.getValue(),
                (double) found,
                share,
                rule.limit(),
                reason,
                query(rows.table(), good == null ? asOf : good.getKey()));
    }

    /** The rows that are gone where versions are kept, else where tonight's rows went. */
    private static String query(String table, LocalDate since) {
        Optional<TableSpec> kept = HistoryTables.KEPT.stream()
                .filter(spec -> spec.name().equals(table))
                .findFirst();
        String key = CrmTables.named(table).orElseThrow().key().get(0);
        return kept.map(spec ->
                        "select h.* from history.%s h where h.valid_to > date '%s' and h.%s not in (select %s from crm.%s)"
                                .formatted(table, since, key, key, table))
                .orElseGet(() -> "select * from quality.row_balance b where b.table = '" + table + "'");
    }
}
