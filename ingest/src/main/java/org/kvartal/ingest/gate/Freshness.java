package org.kvartal.ingest.gate;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.expressions.Expressions;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.quality.QualityTables;

/**
 * How long ago the newest row came into being or was changed, in days or working days after that day and up to tonight's.
 * A rule of a table looks at the table; the general one looks at all tables of a source together and holds for each.
 */
final class Freshness {
    private final Lake lake;
    private final AsOf asOf;
    private final GateSettings settings;

    Freshness(Night night, GateSettings settings) {
        this.lake = night.lake();
        this.asOf = night.asOf();
        this.settings = settings;
    }

    private record Rows(String table, String source) {}

    List<GateVerdict> judge() {
        List<GateVerdict> verdicts = new ArrayList<>();
        Map<Rows, @Nullable LocalDate> newest = newest();
        Map<String, LocalDate> ofSource = new HashMap<>();
        newest.forEach((rows, day) -> {
            if (day != null) {
                ofSource.merge(rows.source(), day, (one, other) -> one.isAfter(other) ? one : other);
            }
        });
        newest.forEach((rows, day) -> settings.rule(Gate.FRESHNESS, rows.table())
                .ifPresent(rule -> {
                    boolean own = settings.hasOwn(Gate.FRESHNESS, rows.table());
                    verdicts.add(verdict(rows, own ? day : ofSource.get(rows.source()), rule));
                }));
        return verdicts;
    }

    /** By table and source: the day of the newest row, where its rows tell; no later than tonight's. */
    private Map<Rows, @Nullable LocalDate> newest() {
        String night = asOf.toString();
        Map<Rows, @Nullable LocalDate> newest =
                new TreeMap<>(java.util.Comparator.comparing(Rows::table).thenComparing(Rows::source));
        lake.rows(
                        QualityTables.SCORES,
                        Expressions.and(Expressions.equal("night", night), Expressions.equal("scope_kind", "source")))
                .forEach(row -> add(
                        newest,
                        new Rows((String) row.getField("table"), (String) row.getField("scope")),
                        (OffsetDateTime) row.getField("newest_at")));
        lake.rows(QualityTables.EXTRACTIONS, Expressions.equal("night", night)).forEach(row -> {
            Rows rows = new Rows((String) row.getField("table"), (String) row.getField("source"));
            if (newest.containsKey(rows)) {
                add(newest, rows, (OffsetDateTime) row.getField("watermark"));
            }
        });
        return newest;
    }

    private void add(Map<Rows, @Nullable LocalDate> newest, Rows rows, @Nullable OffsetDateTime moment) {
        @Nullable LocalDate known = newest.get(rows);
        @Nullable LocalDate day = moment == null ? null : day(rows, moment);
        newest.put(rows, known == null || day != null && day.isAfter(known) ? day : known);
    }

    /** Days of the source are kept as midnights of UTC; moments belong to the day of the project's zone. */
    private LocalDate day(Rows rows, OffsetDateTime moment) {
        boolean isDay = CrmTables.named(rows.table()).orElseThrow().columns().stream()
                .filter(Column::creation)
                .anyMatch(column -> column.type() == org.kvartal.ingest.lake.ColumnType.DATE);
        LocalDate day = isDay
                ? moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()
                : moment.atZoneSameInstant(asOf.zone()).toLocalDate();
        return day.isAfter(asOf.date()) ? asOf.date() : day;
    }

    private GateVerdict verdict(Rows rows, @Nullable LocalDate newest, GateRule rule) {
        if (newest == null) {
            return verdict(rows, Verdict.NO_COMPARISON, null, null, rule, "");
        }
        long days = days(newest, rule.calendar());
        if (days <= rule.limit()) {
            return verdict(rows, Verdict.PASS, newest, (double) days, rule, "");
        }
        String reason = "the newest row of %s from %s is of %s: %d %s old, at most %d may be"
                .formatted(
                        rows.table(),
                        rows.source(),
                        newest,
                        days,
                        rule.calendar().isEmpty() ? "days" : "working days",
                        (long) rule.limit());
        Verdict failed = settings.failed(Gate.FRESHNESS, rows.table(), asOf.date(), rule.then());
        return verdict(rows, failed, newest, (double) days, rule, reason);
    }

    private long days(LocalDate newest, String calendar) {
        Set<LocalDate> free = free(calendar);
        return newest.plusDays(1)
                .datesUntil(asOf.date().plusDays(1))
                .filter(day -> !free.contains(day))
                .count();
    }

    /** Days on which nobody works; a day that the calendar does not have is a working day. */
    private Set<LocalDate> free(String calendar) {
        Set<LocalDate> free = new HashSet<>();
        if (!calendar.isEmpty()) {
            lake.rows(CrmTables.CALENDARS, Expressions.equal("calendar", calendar)).stream()
                    .filter(day -> Boolean.FALSE.equals(day.getField("working")))
                    .forEach(day -> free.add((LocalDate) day.getField("day")));
        }
        return free;
    }

    private GateVerdict verdict(
            Rows rows,
            Verdict verdict,
            @Nullable LocalDate newest,
            @Nullable Double days,
            GateRule rule,
            String reason) {
        return new GateVerdict(
                Gate.FRESHNESS,
                rows.table(),
                rows.source(),
                "",
                verdict,
                newest,
                null,
                null,
                days,
                rule.limit(),
                reason,
                query(rows.table()));
    }

    private static String query(String table) {
        return CrmTables.named(table).orElseThrow().columns().stream()
                .filter(Column::creation)
                .findFirst()
                .map(column -> "select * from crm." + table + " order by " + column.name() + " desc limit 10")
                .orElse("select * from quality.scores s where s.table = '" + table + "'");
    }
}
